package com.qualitypost.phoenix.query.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a listener was told, in order. */
final class Heard implements ChangeListener {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void began() {
        all.add("began");
    }

    @Override
    public void changed(Change change) {
        all.add(
                switch (change) {
                    case Change.Newer(String number, Version version) -> number + " " + version;
                    case Change.Unclear(String number) -> number + " unclear";
                });
    }

    @Override
    public void lost() {
        if (!all.isEmpty() && !all.getLast().equals("lost")) {
            all.add("lost");
        }
    }

    List<String> all() {
        return all;
    }
}
