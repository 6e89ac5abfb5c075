package io.agenticraft.otel.adapters.openai;

/** Hears what happens to a stream. May be told of several ends and counts the first. Never throws. */
interface StreamListener<T> {

    /** An element has come. */
    void onElement(T element);

    /** The stream has been read to its end. */
    void onEnd();

    /** The stream broke. */
    void onFailure(Throwable failure);

    /** The consumer wants no more of it. */
    void onClose();
}
