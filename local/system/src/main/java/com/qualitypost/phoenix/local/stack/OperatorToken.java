package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.file.WholeFile;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The token that operators send to the applications: random, in a file that only its owner may read. */
public final class OperatorToken {
    private static final String FILE = "operator-token";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OperatorToken() {}

    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Creates the token unless it exists. */
    static void make(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            WholeFile.writeSecret(file, List.of(random()));
        }
    }

    static String read(Path data) {
        Path file = data.resolve(FILE);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new ServerException(file + " is missing: ./phoenix down, then ./phoenix up makes another one.", e);
        } catch (IOException e) {
            throw new ServerException("The operators' token cannot be read: " + e.getMessage(), e);
        }
    }
}
