package io.agenticraft.http;

/** Who asks a pool for a connection. It hears one of the two, once, on any thread, and must not block. */
interface Waiter {

    /** There is none at the moment: on the thread that asks, before one of the two below. */
    default void onWait() {}

    /** Has one now, and gives it back with {@link Pool#release}. */
    void onConnection(PooledConnection connection);

    /** Gets none. */
    void onRefusal(Refusal refusal);
}
