package com.qualitypost.phoenix.query.change;

/** Who wants to know which answers change. Is called by one thread, and must not keep it. */
public interface ChangeListener {
    /** From now on every change is told; those of a while ago were told just now, of older ones some may be missing. */
    void began();

    void changed(Change change);

    /** Kafka does not answer: nothing is told until it begins again. */
    void lost();
}
