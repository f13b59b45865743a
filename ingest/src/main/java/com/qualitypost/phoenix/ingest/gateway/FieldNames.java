package com.qualitypost.phoenix.ingest.gateway;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Names fields as the contract does. */
final class FieldNames {
    private static final String MAP_KEY = "<map key>";
    private static final int LONGEST_KEY = 64;

    private FieldNames() {}

    /** {@code place.city}, {@code attributes.colour}, {@code attributes has a key that}. */
    static String of(Path path) {
        StringBuilder name = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                name.append(name.isEmpty() ? "" : ".").append(inSnakeCase(node.getName()));
            } else if (MAP_KEY.equals(node.getName())) {
                name.append(" has a key that");
            } else {
                String key = String.valueOf(node.getKey());
                name.append('.').append(key, 0, Math.min(LONGEST_KEY, key.length()));
            }
        }
        return name.toString();
    }

    /** {@code tracking_number} for {@code trackingNumber}. */
    static String inSnakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        name.chars().forEach(letter -> {
            if (Character.isUpperCase(letter)) {
                snake.append('_');
            }
            snake.appendCodePoint(Character.toLowerCase(letter));
        });
        return snake.toString();
    }
}
