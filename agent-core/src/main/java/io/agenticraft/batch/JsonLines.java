package io.agenticraft.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a batch's results, one JSON object a line, which a batch can go on with after a crash. Each line is written whole
 * before the next result is taken, so that a process that is killed loses what was in flight and nothing else; a line that was
 * cut is taken off when the file is opened again. Give it to {@link Batch#run} as the consumer, with
 * {@link Batch#unordered}, or results that wait for an earlier one are not in the file yet:
 *
 * <pre>{@code
 * try (JsonLines results = JsonLines.open(file)) {
 *     Batch.of(agent).unordered().requests(results.missing(JsonLines.read(prompts))).run(results);
 * }
 * }</pre>
 *
 * <p>A line has {@code id}, {@code index}, {@code attempts}, and either {@code text}, {@code finish_reason}, {@code provider},
 * {@code model} and {@code usage}, or {@code error} with a {@code type} and a {@code message}. An item that failed is missing, and is
 * run again; then the last line of its name counts. The names of what is done are held in memory.
 */
public final class JsonLines implements Consumer<BatchResult>, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Set<String> done = new HashSet<>();
    private boolean broken;

    private JsonLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a file of results, or makes it, for one batch at a time.
     *
     * @throws IllegalArgumentException if a line of it is no result
     * @throws IllegalStateException if another batch writes to it
     * @throws UncheckedIOException if it cannot be read or written
     */
    @SuppressWarnings("resource") // the channel and its lock are the result's
    public static JsonLines open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                JsonLines opened = new JsonLines(file, channel);
                opened.lock();
                opened.readDone();
                return opened;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of results " + file + " cannot be opened", e);
        }
    }

    /**
     * The requests of a file, one JSON object a line with {@code id} and {@code prompt}, read as they are needed. Empty lines and
     * other fields are passed over.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException while it is read, if a line is no such object; it names the line
     */
    @SuppressWarnings("resource") // closed with the stream
    public static Stream<BatchRequest> read(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            AtomicLong number = new AtomicLong();
            return reader.lines()
                    .sequential()
                    .map(line -> Line.request(file, number.incrementAndGet(), line))
                    .flatMap(Stream::ofNullable)
                    .onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of prompts " + file + " cannot be read", e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lock() throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalStateException("Another batch writes to " + file + "; give each its own file");
        }
    }

    /** Leaves the channel at the end of the last whole line, where the file ends then. */
    private void readDone() throws IOException {
        LineScanner lines = new LineScanner(channel);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            String id = Line.doneId(file, lines.number(), line);
            if (id != null) {
                done.add(id);
            }
        }
        // What is cut was begun by us; anything else is somebody's, and not ours to take away.
        if (!Line.isCut(lines.rest())) {
            throw Line.noResult(file, lines.number() + 1);
        }
        channel.truncate(lines.end());
        channel.position(lines.end());
    }

    /** How many items have a result. */
    public synchronized int done() {
        return done.size();
    }

    /**
     * The requests that have no result yet.
     *
     * @throws IllegalArgumentException while it is read, at a request without a name, or with that of another one
     */
    public Stream<BatchRequest> missing(Stream<BatchRequest> requests) {
        Set<String> named = new HashSet<>();
        return requests.sequential().filter(request -> {
            String id = request.id();
            if (id == null || !named.add(id)) {
                throw new IllegalArgumentException(
                        id == null
                                ? "A request without a name: after a crash nobody could tell whether it is done"
                                : "Two requests are named \"" + id + "\"");
            }
            return !isDone(id);
        });
    }

    private synchronized boolean isDone(String id) {
        return done.contains(id);
    }

    /**
     * Writes a result.
     *
     * @throws IllegalArgumentException if it has no name
     * @throws UncheckedIOException if it cannot be written, which ends the batch
     */
    @Override
    public synchronized void accept(BatchResult result) {
        String id = result.id();
        if (id == null) {
            throw new IllegalArgumentException("The item " + result.index() + " has no name to write its result by");
        }
        try {
            write(Line.of(id, result));
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException("A result cannot be written to " + file, e);
        }
        if (result.succeeded()) {
            done.add(id);
        }
    }

    private void write(byte[] line) throws IOException {
        if (broken) {
            throw new IOException("A line before was cut; open the file again");
        }
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Has the disk hold all of it and lets others have the file. */
    @Override
    public synchronized void close() {
        try (channel) {
            if (channel.isOpen()) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of results " + file + " cannot be closed", e);
        }
    }
}
