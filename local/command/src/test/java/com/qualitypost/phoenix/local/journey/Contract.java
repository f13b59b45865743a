package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Compares answers with the API's description. The description allows members to be added later; here none may be
 * missing from it.
 */
final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final List<String> METHODS = List.of("get", "post");

    private final JsonNode document;
    private final Set<String> untried = new TreeSet<>();

    Contract(String yaml) {
        document = new YAMLMapper().readTree(yaml);
        document.findParents("properties").forEach(Contract::close);
        document.path("paths")
                .forEachEntry((path, operations) ->
                        METHODS.stream().filter(operations::has).forEach(method -> untried.add(method + " " + path)));
    }

    private static void close(JsonNode schema) {
        if (!schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** The operations that no answer was compared with. */
    Set<String> untried() {
        return untried;
    }

    /** {@code path} is written as in the description. */
    void holds(String path, HttpResponse<String> answer) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        untried.remove(method + " " + path);
        JsonNode operation = document.path("paths").path(path).path(method);
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(response.isObject())
                .as("%s %s is said to answer %d: %s", method, path, answer.statusCode(), answer.body())
                .isTrue();
        answer.headers().map().keySet().stream()
                .filter(name -> response.has("headers") && name.startsWith("phoenix-") && answer.statusCode() < 300)
                .forEach(name -> assertThat(response.path("headers").propertyNames())
                        .as("headers of " + path)
                        .anyMatch(name::equalsIgnoreCase));
        String type = answer.headers().firstValue("content-type").orElseThrow().replaceAll(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isObject())
                .as("%s %s is said to answer %s", method, path, type)
                .isTrue();
        answer.body()
                .lines()
                .forEach(part -> assertThat(whole(schema).validate(JSON.readTree(part)))
                        .as(path + ": " + part)
                        .isEmpty());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Including everything that it refers to. */
    private Schema whole(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }
}
