package com.qualitypost.phoenix.query.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Serves the page behind a problem's {@code type}: its section of {@code docs/problems.md}. */
@Controller
class ProblemPages {
    /** Code is at the odd positions: {@code plain `code` plain}. */
    private static final String CODE_MARK = "`";

    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)\\n(.*?)(?=^#|\\z)");

    private final Map<String, List<Paragraph>> pages = read();

    /** Plain text and code in turns. */
    record Paragraph(List<String> parts) {}

    @GetMapping("/problems/{code}")
    ModelAndView page(@PathVariable String code, HttpServletRequest request) throws NoHandlerFoundException {
        List<Paragraph> paragraphs = pages.get(code);
        if (paragraphs == null) {
            throw new NoHandlerFoundException(request.getMethod(), request.getRequestURI(), HttpHeaders.EMPTY);
        }
        return new ModelAndView("problem", Map.of("code", code, "paragraphs", paragraphs));
    }

    private static Map<String, List<Paragraph>> read() {
        try {
            String all = new ClassPathResource("problems.md").getContentAsString(StandardCharsets.UTF_8);
            return SECTION.matcher(all)
                    .results()
                    .collect(Collectors.toMap(section -> section.group(1), ProblemPages::paragraphs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Paragraph> paragraphs(MatchResult section) {
        return Arrays.stream(section.group(2).strip().split("\\n\\n"))
                .map(text -> new Paragraph(List.of(text.split(CODE_MARK, -1))))
                .toList();
    }
}
