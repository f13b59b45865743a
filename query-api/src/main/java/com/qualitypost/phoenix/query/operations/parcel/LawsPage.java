package com.qualitypost.phoenix.query.operations.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.web.ForOperators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows {@code docs/laws.md}, where every section and every numbered law can be linked to. */
@Controller
@ForOperators
class LawsPage {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final String html = html();

    @GetMapping("/ops/laws")
    ModelAndView laws() {
        return new ModelAndView("ops-laws", Map.of("html", html));
    }

    /** The id of a section, or of a law by its name. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-').replace(".", "");
    }

    private static String html() {
        try {
            Node document = Parser.builder()
                    .extensions(TABLES)
                    .build()
                    .parse(new ClassPathResource("laws.md").getContentAsString(UTF_8));
            document.accept(new LawsOnAPage());
            return HtmlRenderer.builder()
                    .extensions(TABLES)
                    .attributeProviderFactory(_ -> LawsPage::addAnchor)
                    .build()
                    .render(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAnchor(Node node, String tag, Map<String, String> attributes) {
        switch (node) {
            case Heading heading -> attributes.put("id", anchor(text(heading)));
            case ListItem law
            when law.getFirstChild().getFirstChild() instanceof StrongEmphasis name ->
                attributes.put("id", anchor(text(name)));
            default -> {} // Nobody links to the rest.
        }
    }

    static String text(Node node) {
        return node.getFirstChild() instanceof Text text ? text.getLiteral() : "";
    }
}
