package io.agenticraft.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A Lua script that a server carries out as one step. Make it once and keep it: the server knows it by its digest. */
public final class RedisScript {
    private final String text;
    private final String digest;

    private RedisScript(String text) {
        this.text = text;
        this.digest = sha1(text);
    }

    /** A script that finds its keys in {@code KEYS} and its arguments in {@code ARGV}, and touches no other keys. */
    public static RedisScript of(String lua) {
        return new RedisScript(Objects.requireNonNull(lua, "lua"));
    }

    String text() {
        return text;
    }

    String digest() {
        return digest;
    }

    /** SHA-1 is what the server's {@code EVALSHA} asks for. */
    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1, which every Java has", e);
        }
    }

    @Override
    public String toString() {
        return "RedisScript[" + digest + "]";
    }
}
