package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.testing.Check;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MissingRedisClientTest {

    @Test
    void classPathWithoutTheClient_isSaidAtOnce() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
            Class<?> redis = loader.loadClass("io.agenticraft.redis.SharedRedis");
            InvocationTargetException thrown = assertThrows(
                    InvocationTargetException.class,
                    () -> redis.getMethod("connect", URI.class).invoke(null, URI.create("redis://127.0.0.1:1")));
            Throwable cause = assertInstanceOf(IllegalStateException.class, Check.cause(thrown));
            Check.contains("io.vertx:vertx-redis-client", cause.getMessage());
        }
    }

    private static URL[] libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("vertx-redis-client"))
                .map(MissingRedisClientTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
