package com.qualitypost.phoenix.servers.process;

/** A server cannot be provided, started or reached; the message says what to do and may be shown as it is. */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The thread stays interrupted. */
    public static ServerException interrupted(String message, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ServerException(message, cause);
    }
}
