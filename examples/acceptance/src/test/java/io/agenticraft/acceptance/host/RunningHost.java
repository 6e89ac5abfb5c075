package io.agenticraft.acceptance.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application that runs in a JVM of its own, and what it has printed so far. */
public final class RunningHost implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    /** Written and searched by two threads. */
    @SuppressWarnings("JdkObsolete")
    private final StringBuffer output = new StringBuffer();

    private final Process process;
    private final Thread reader;

    RunningHost(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "host-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Waits until the application has printed what the pattern finds.
     *
     * @return the pattern's first group
     */
    public String awaitLine(Pattern pattern, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Matcher matcher = pattern.matcher(output);
            if (matcher.find()) {
                return String.valueOf(matcher.group(1));
            }
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new AssertionError("it did not print " + pattern + "; it printed\n" + output);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Asks the JVM to end, as an operator would, and waits for it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError("it did not stop within " + STOP_LIMIT + "; it printed\n" + output);
    }

    String awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end within " + limit + "; it printed\n" + output);
        }
        reader.join();
        if (process.exitValue() != 0) {
            throw new AssertionError("exit code " + process.exitValue() + "; it printed\n" + output);
        }
        return output.toString();
    }

    private void read() {
        char[] buffer = new char[4096];
        try (Reader text = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                output.append(buffer, 0, n);
            }
        } catch (IOException e) {
            output.append("\n[the rest could not be read: ").append(e).append("]\n");
        }
    }
}
