package com.qualitypost.phoenix.query.change;

/** Is told which answers change, by a single thread that it must not block. */
public interface ChangeListener {
    /**
     * From now on every change is reported. Recent changes have just been reported; older ones may have been missed.
     */
    void began();

    void changed(Change change);

    /** Kafka does not answer: nothing is reported until it starts again. */
    void lost();
}
