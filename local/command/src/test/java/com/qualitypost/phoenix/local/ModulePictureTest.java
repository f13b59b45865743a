package com.qualitypost.phoenix.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of the modules in {@code ARCHITECTURE.md} is what the build does; a difference shows the lines to put there. */
class ModulePictureTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final String OURS = "phoenix-";

    @Test
    void theArchitectureShowsTheModulesAsTheyAreBuilt() throws IOException {
        assertThat(Files.readString(REPOSITORY.resolve("ARCHITECTURE.md"))).contains(picture());
    }

    private static String picture() {
        List<String> modules = texts(pom(REPOSITORY).getElementsByTagName("module"));
        return """
                ```mermaid
                flowchart TB
                  subgraph product
                %s
                  end
                  subgraph local
                %s
                  end
                %s
                ```
                """.formatted(
                        nodes(modules.stream().filter(module -> !isLocal(module))),
                        nodes(modules.stream().filter(ModulePictureTest::isLocal)),
                        modules.stream().flatMap(ModulePictureTest::arrows).collect(joining("\n")));
    }

    private static String nodes(Stream<String> modules) {
        return modules.map(module -> "    " + name(module)).collect(joining("\n"));
    }

    private static Stream<String> arrows(String module) {
        NodeList dependencies = pom(REPOSITORY.resolve(module)).getElementsByTagName("dependency");
        return IntStream.range(0, dependencies.getLength())
                .mapToObj(i -> (Element) dependencies.item(i))
                .filter(dependency -> text(dependency, "artifactId").startsWith(OURS))
                .map(dependency -> "  %s %s %s"
                        .formatted(
                                name(module),
                                arrow(text(dependency, "scope")),
                                text(dependency, "artifactId").substring(OURS.length())));
    }

    private static String arrow(String scope) {
        return switch (scope) {
            case "test" -> "-. tests .->";
            case "provided" -> "-. runs .->";
            default -> "-->";
        };
    }

    private static boolean isLocal(String module) {
        return module.startsWith("local/") || module.equals("bench");
    }

    private static String name(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    private static Element pom(Path module) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(module.resolve("pom.xml").toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Cannot read the pom.xml of " + module, e);
        }
    }

    private static String text(Element element, String name) {
        return texts(element.getElementsByTagName(name)).stream().findFirst().orElse("");
    }

    private static List<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
