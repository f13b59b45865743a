package com.qualitypost.phoenix.query.operations.parcel;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Adapts the document to a page: wide tables scroll on their own, and links to other files of the repository are text. */
final class LawsOnAPage extends AbstractVisitor {
    private String section = "";

    @Override
    public void visit(Heading heading) {
        section = LawsPage.text(heading);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            block.insertBefore(html(
                    "<div class=\"wide card\" role=\"group\" tabindex=\"0\" aria-label=\"%s\">".formatted(section)));
            block.insertAfter(html("</div>"));
        }
    }

    @Override
    public void visit(Link link) {
        if (!link.getDestination().startsWith("#")) {
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }
    }

    private static HtmlBlock html(String literal) {
        HtmlBlock block = new HtmlBlock();
        block.setLiteral(literal);
        return block;
    }
}
