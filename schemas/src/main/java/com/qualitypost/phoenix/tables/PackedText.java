package com.qualitypost.phoenix.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A long text as a column holds it: compressed with a dictionary of the words that such texts are made of. A parcel of
 * five facts takes a fifth of its text.
 *
 * <p>The first byte is the number of the dictionary, the rest a zstd frame. A dictionary never changes once rows exist;
 * new words go into a dictionary with the next number.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its own methods.
public record PackedText(byte[] bytes) {
    private static final byte DICTIONARY = 1;
    private static final int LEVEL = 6;
    private static final int MAX_BYTES = 32 << 20;

    private static final byte[] WORDS = words();
    private static final ZstdDictCompress PACKING = new ZstdDictCompress(WORDS, LEVEL);
    private static final ZstdDictDecompress UNPACKING = new ZstdDictDecompress(WORDS);
    private static final Reused<ZstdCompressCtx> PACKERS =
            new Reused<>(() -> new ZstdCompressCtx().loadDict(PACKING).setLevel(LEVEL));
    private static final Reused<ZstdDecompressCtx> UNPACKERS =
            new Reused<>(() -> new ZstdDecompressCtx().loadDict(UNPACKING));

    public static PackedText of(String text) {
        return of(text.getBytes(UTF_8));
    }

    static PackedText of(byte[] text) {
        byte[] frame = PACKERS.use(packer -> packer.compress(text));
        byte[] bytes = new byte[1 + frame.length];
        bytes[0] = DICTIONARY;
        System.arraycopy(frame, 0, bytes, 1, frame.length);
        return new PackedText(bytes);
    }

    /** The text; fails with {@link IllegalArgumentException} if the bytes are not a packed text. */
    public String text() {
        return new String(unpacked(), UTF_8);
    }

    byte[] unpacked() {
        long size = unpackedSize();
        if (size < 0 || size > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "It is not a packed text, was packed by a newer version, or is longer than %d bytes"
                            .formatted(MAX_BYTES));
        }
        byte[] text = new byte[(int) size];
        try {
            UNPACKERS.use(unpacker -> unpacker.decompressByteArray(text, 0, text.length, bytes, 1, bytes.length - 1));
            return text;
        } catch (ZstdException e) {
            throw new IllegalArgumentException("It cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** The length of the text in bytes; negative if it is not a packed text. */
    public long unpackedSize() {
        return bytes.length < 2 || bytes[0] != DICTIONARY ? -1 : Zstd.getFrameContentSize(bytes, 1, bytes.length - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedText text && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static byte[] words() {
        try (InputStream words = PackedText.class.getResourceAsStream("packed-text-%d.txt".formatted(DICTIONARY))) {
            if (words == null) {
                throw new IllegalStateException("The dictionary of packed texts is not in the class path");
            }
            return words.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
