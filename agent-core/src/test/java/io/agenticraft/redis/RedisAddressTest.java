package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.testing.Check;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    private static RedisAddress of(String uri) {
        return RedisAddress.of(URI.create(uri));
    }

    @Test
    void uri_givesAll() {
        assertEquals(
                new RedisAddress("rediss://cache.test:7000", 2, "me", "p:w+/@"),
                of("rediss://me:p:w+%2F%40@cache.test:7000/2"));
    }

    @Test
    void uri_mayBeShort() {
        assertEquals(new RedisAddress("redis://h:6379", 0, null, null), of("redis://h"));
        assertEquals(new RedisAddress("redis://h:6379", 0, null, "pw"), of("redis://:pw@h/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:hidden@h",
                "redis:hidden",
                "redis://:hidden@h/x",
                "redis://:hidden@h/-1",
                "redis://:hidden@h?a=hidden",
                "redis://:hidden@h#hidden",
                "redis://:hidden@/0",
                "unix://me:hidden@/run/redis.sock",
                "unix:///run/hidden#x",
                "unix:///run/hidden?password=hidden",
                "unix:///run/hidden?db=x",
                "unix:///"
            })
    void otherUris_areRefusedWithoutRepeatingThem(String uri) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> of(uri));
        Check.containsNot("hidden", refused.toString());
        Check.contains("Redis", refused.getMessage());
    }

    @Test
    void socket_hasAPathAndPerhapsADatabase() {
        assertEquals("unix:///run/redis.sock", of("unix:///run/redis.sock").endpoint());
        assertEquals(
                "unix:///run/redis.sock?db=3", of("unix:///run/redis.sock?db=3").endpoint());
    }

    @Test
    void address_printsNoLogin() {
        assertEquals("redis://h:6379/1", of("redis://me:hidden@h/1").toString());
    }

    @Test
    void bounds_areChecked() {
        SharedRedis.Builder builder = SharedRedis.builder(URI.create("redis://h"));
        assertThrows(IllegalArgumentException.class, () -> builder.readTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.maxInFlight(0));
    }
}
