package com.qualitypost.phoenix.servers.junit.skips;

import com.qualitypost.phoenix.servers.file.Unchecked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The Surefire and Failsafe reports of all modules. */
record Reports(int tests, List<Skip> skips) {
    private static final List<String> FOLDERS = List.of("surefire-reports", "failsafe-reports");

    /** Reads only what was written since {@code start}: older reports belong to another build. */
    static Reports read(Path repository, Instant start) {
        int tests = 0;
        Map<String, Map<String, Integer>> skipped = new TreeMap<>(); // By class and reason.
        for (Path report : reports(repository)) {
            if (isOlder(report, start)) {
                continue;
            }
            NodeList cases = parse(report);
            tests += cases.getLength();
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                if (test.getElementsByTagName("skipped").item(0) instanceof Element skip) {
                    skipped.computeIfAbsent(test.getAttribute("classname"), _ -> new TreeMap<>())
                            .merge(skip.getAttribute("message"), 1, Integer::sum);
                }
            }
        }
        List<Skip> skips = new ArrayList<>();
        skipped.forEach((testClass, reasons) ->
                reasons.forEach((reason, count) -> skips.add(new Skip(testClass, reason, count))));
        return new Reports(tests, skips);
    }

    private static List<Path> reports(Path repository) {
        return Stream.of(repository, repository.resolve("local"))
                .flatMap(folder -> children(folder, "*").stream())
                .flatMap(module ->
                        FOLDERS.stream().map(folder -> module.resolve("target").resolve(folder)))
                .flatMap(folder -> children(folder, "TEST-*.xml").stream())
                .toList();
    }

    private static NodeList parse(Path report) {
        try (InputStream in = Files.newInputStream(report)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("testcase");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("Not a report of tests: " + report, e);
        }
    }

    private static boolean isOlder(Path report, Instant start) {
        return Unchecked.get(() -> Files.getLastModifiedTime(report).toInstant().isBefore(start));
    }

    private static List<Path> children(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, glob)) {
                children.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
