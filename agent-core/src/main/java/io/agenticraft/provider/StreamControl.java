package io.agenticraft.provider;

/** Holds a stream back, down to the socket. Safe for any thread; both calls may be repeated. */
public interface StreamControl {

    /** Stops reading. Events already parsed may still arrive. */
    void pause();

    /** Reads on. */
    void resume();
}
