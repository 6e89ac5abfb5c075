package io.agenticraft.cache;

import java.nio.ByteBuffer;

/** The SHA-256 of a request. */
record CacheKey(long a, long b, long c, long d) {

    static CacheKey of(byte[] sha256) {
        ByteBuffer buffer = ByteBuffer.wrap(sha256);
        return new CacheKey(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** As 64 digits. */
    String hex() {
        return "%016x%016x%016x%016x".formatted(a, b, c, d);
    }

    /** The digest is as good a hash as any part of it. */
    @Override
    public int hashCode() {
        return (int) a;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheKey that && a == that.a && b == that.b && c == that.c && d == that.d;
    }

    @Override
    public String toString() {
        return hex();
    }
}
