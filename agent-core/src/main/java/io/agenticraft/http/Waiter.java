package io.agenticraft.http;

/** Who asks a pool for a connection. It hears one of the two, once, on any thread, and must not block. */
interface Waiter {

    /** Has one now, and gives it back with {@link Pool#release}. */
    void onConnection(PooledConnection connection);

    /** Gets none. */
    void onRefusal(Refusal refusal);
}
