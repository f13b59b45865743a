package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file as text, in the encoding that its first bytes or its owner declare. It never guesses, because a wrong guess
 * would go unnoticed.
 */
final class TextFile {
    /** The scans made from them have to fit into the memory of the command. */
    private static final int MOST_BYTES = 32 << 20;

    private static final String ZIP = "PK\u0003\u0004";

    private static final String ADVICE =
            "In Excel, save as 'CSV UTF-8'; for another file name the encoding, for example --encoding windows-1252 or"
                    + " --encoding UTF-16LE.";

    private final Path path;
    private final byte[] bytes;
    private final int begin;
    private final Charset charset;

    private TextFile(Path path, byte[] bytes, @Nullable Charset said) {
        Optional<Mark> mark = Mark.of(bytes);
        this.path = path;
        this.bytes = bytes;
        begin = mark.map(Mark::length).orElse(0);
        charset = mark.map(Mark::charset).orElse(said == null ? StandardCharsets.UTF_8 : said);
    }

    /** The first bytes by which a file may declare its encoding, longest first. */
    private record Mark(Charset charset, byte... mark) {
        private static final byte FF = (byte) 0xFF;
        private static final byte FE = (byte) 0xFE;

        static Optional<Mark> of(byte[] file) {
            return Stream.of(
                            new Mark(StandardCharsets.UTF_32LE, FF, FE, (byte) 0, (byte) 0),
                            new Mark(StandardCharsets.UTF_32BE, (byte) 0, (byte) 0, FE, FF),
                            new Mark(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
                            new Mark(StandardCharsets.UTF_16LE, FF, FE),
                            new Mark(StandardCharsets.UTF_16BE, FE, FF))
                    .filter(each -> Arrays.equals(Arrays.copyOf(file, each.length()), each.mark))
                    .findFirst();
        }

        int length() {
            return mark.length;
        }
    }

    /** Refuses what is not text in its encoding, and says what to do. */
    static TextFile read(Path path, @Nullable Charset said) {
        TextFile file = new TextFile(path, bytes(path), said);
        file.requireText();
        return file;
    }

    private static byte[] bytes(Path path) {
        if (Files.isDirectory(path)) {
            throw new ServerException(path + " is a folder. Name the CSV file in it.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ServerException("%s is larger than %d MB. Split it, and repeat the header in each part."
                        .formatted(path, MOST_BYTES >> 20));
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new ServerException(path + " does not exist. Check the path.");
        } catch (AccessDeniedException _) {
            throw new ServerException(
                    path + " cannot be read with your permissions. Ask its owner for the right to read it.");
        } catch (IOException e) {
            throw new ServerException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    private void requireText() {
        if (startsWith(ZIP)) {
            throw new ServerException(path + " is a workbook, not CSV. Save it in the spreadsheet as 'CSV UTF-8'.");
        }
        if (charset.equals(StandardCharsets.UTF_8) && hasZero()) {
            throw new ServerException("%s is not in UTF-8: it contains zero bytes. %s".formatted(path, ADVICE));
        }
        long line = firstBadLine();
        if (line > 0) {
            throw new ServerException("%s is not in %s: line %d contains bytes that are not characters in it. %s"
                    .formatted(path, charset, line, ADVICE));
        }
    }

    private boolean startsWith(String text) {
        byte[] first = text.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(Arrays.copyOf(bytes, first.length), first);
    }

    private boolean hasZero() {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /** 0 if there is none. */
    private long firstBadLine() {
        CharsetDecoder decoder = strict();
        ByteBuffer in = ByteBuffer.wrap(bytes, begin, bytes.length - begin);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        long line = 1;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            line += out.flip().chars().filter(character -> character == '\n').count();
            out.clear();
            if (result.isError()) {
                return line;
            }
            if (result.isUnderflow()) {
                return 0;
            }
        }
    }

    private CharsetDecoder strict() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** From the beginning, each time. */
    BufferedReader reader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(bytes, begin, bytes.length - begin), strict()));
    }

    /** Counted from 0; empty if there are not so many lines. */
    String line(int number) {
        try (BufferedReader reader = reader()) {
            return reader.lines().skip(number).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + path, e); // It is in memory, and was read once before.
        }
    }

    Path path() {
        return path;
    }
}
