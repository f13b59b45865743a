package com.qualitypost.phoenix.tables;

/**
 * Decides how many rows are read, compared and written at once: half as many after the database took too long, a
 * sixteenth more after each part that went well, because a part that takes too long costs much more than a small one.
 * So parts become small enough, however slow the database is and however large rows are.
 */
public final class Stride {
    private final int most;
    private int rows;

    public Stride(int most) {
        this.most = most;
        this.rows = most;
    }

    public int rows() {
        return rows;
    }

    public void wentWell() {
        rows = Math.min(most, rows + Math.max(1, rows / 16));
    }

    public void wasTooLong() {
        rows = Math.max(1, rows / 2);
    }

    /** Records that no more than this many fitted into memory. */
    public void fitted(int count) {
        rows = Math.max(1, Math.min(rows, count));
    }
}
