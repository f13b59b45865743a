package com.qualitypost.phoenix.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address is described; a journey checks on the running system that what is described exists and answers so. */
@SpringBootTest(properties = {"phoenix.database.password=none", "phoenix.kafka.bootstrap-servers="})
class RoutesTest {
    private static final String ITSELF = "/v1/openapi.yaml";

    /** Two blanks, as only a path has them. */
    private static final Pattern PATH = Pattern.compile("(?m)^ {2}(/v1/\\S+):$");

    @Test
    void everyAddressIsDescribed(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes)
            throws IOException {
        List<String> described = PATH.matcher(Files.readString(Path.of("src/main/resources/openapi.yaml")))
                .results()
                .map((MatchResult path) -> path.group(1))
                .toList();

        assertThat(routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> path.startsWith("/v1/") && !path.equals(ITSELF)))
                .isSubsetOf(described);
    }
}
