package com.qualitypost.phoenix.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.luben.zstd.Zstd;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {
    private static final String LINE = """
            {"id":"0190b5f0-1111-7000-8000-000000000001","kind":"ARRIVED","status":"IN_TRANSIT","moved":true,"at":1795341600123}""";

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "Mérida", LINE, "🚚 \u0000 \n"})
    void aTextComesBackAsItWas(String text) {
        assertThat(PackedText.of(text).text()).isEqualTo(text);
        assertThat(PackedText.of(text)).isEqualTo(PackedText.of(text)).hasSameHashCodeAs(PackedText.of(text));
        assertThat(PackedText.of(text).unpackedSize()).isEqualTo(text.getBytes(UTF_8).length);
    }

    @Test
    void manyArePackedAtOnce() {
        List<String> texts =
                IntStream.range(0, 2_000).mapToObj(i -> LINE.repeat(i % 7) + i).toList();

        assertThat(texts.parallelStream().map(text -> PackedText.of(text).text()))
                .containsExactlyElementsOf(texts);
    }

    @Test
    void aTextOfOurWordsBecomesShort() {
        assertThat(PackedText.of(LINE).bytes()).hasSizeLessThan(LINE.length() / 2);
    }

    /** Rows that are stored could no longer be read. */
    @Test
    void theDictionaryNeverChanges() throws Exception {
        try (InputStream words = Objects.requireNonNull(PackedText.class.getResourceAsStream("packed-text-1.txt"))) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(words.readAllBytes())))
                    .isEqualTo("3e5c9cb9ae6cba27e4c0159e7f698c2c3f9d60ac44f4c161765fd23dd351a54c");
        }
    }

    @Test
    void whatIsNotAPackedTextIsRefused() {
        byte[] packed = PackedText.of(LINE).bytes();
        byte[] noise = new byte[200];
        new Random(1).nextBytes(noise);

        for (byte[] bytes : new byte[][] {
            {}, {1}, noise, LINE.getBytes(UTF_8), Arrays.copyOf(packed, packed.length - 5), newer(packed), bomb()
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PackedText(bytes).text())
                    .withMessageStartingWith("It ");
        }
    }

    private static byte[] newer(byte[] packed) {
        byte[] newer = packed.clone();
        newer[0] = 9;
        return newer;
    }

    /** Few bytes that would become 64 MB. */
    private static byte[] bomb() {
        byte[] frame = Zstd.compress(new byte[64 << 20]);
        byte[] bytes = new byte[1 + frame.length];
        bytes[0] = 1;
        System.arraycopy(frame, 0, bytes, 1, frame.length);
        return bytes;
    }
}
