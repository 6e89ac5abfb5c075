package io.agenticraft.javaagent;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A jar that lies uncompressed in another, read where it lies. The JVM and its class path read the directory of every
 * jar they open, so the thousands of entries of the isolated part must not be in the outer one; and no copy is written
 * to a disk that may be read-only. Knows what the build writes: no comment, no encryption, no Zip64 (APPNOTE.TXT 6.3.10).
 */
final class InnerJar {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;

    private final RandomAccessFile file;
    private final long base;
    private final Map<String, Entry> entries;

    private InnerJar(RandomAccessFile file, long base, long length) throws IOException {
        this.file = file;
        this.base = base;
        this.entries = directory(length);
    }

    /** Opens the jar that is {@code name} in {@code outer}; the file stays open as long as the JVM lives. */
    static InnerJar open(File outer, String name) throws IOException {
        RandomAccessFile file = new RandomAccessFile(outer, "r");
        InnerJar directory = new InnerJar(file, 0, file.length());
        Entry entry = directory.entries.get(name);
        if (entry == null || entry.method != STORED) {
            file.close();
            throw new IOException(outer + " holds no uncompressed " + name + "; it was repacked");
        }
        return new InnerJar(file, directory.start(entry), entry.size);
    }

    boolean contains(String name) {
        return entries.containsKey(name);
    }

    /** The content of an entry, or null if there is none of this name. */
    byte @Nullable [] bytes(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        byte[] packed = read(start(entry), entry.packedSize).array();
        return entry.method == STORED ? packed : inflated(packed, entry.size);
    }

    private static byte[] inflated(byte[] packed, int size) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] content = new byte[size];
            inflater.setInput(packed);
            int length = 0;
            int more = size == 0 ? 0 : -1;
            while (length < size && more != 0) {
                more = inflater.inflate(content, length, size - length);
                length += more;
            }
            if (length < size) {
                throw new IOException("The agent's jar is damaged");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IOException("The agent's jar is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private Map<String, Entry> directory(long length) throws IOException {
        ByteBuffer end = read(base + length - END_LENGTH, END_LENGTH);
        if (end.getInt(0) != END) {
            throw new IOException("The agent's jar has no directory where it should be; it was changed");
        }
        int count = end.getShort(10) & 0xffff;
        ByteBuffer directory = read(base + end.getInt(16), end.getInt(12));
        Map<String, Entry> found = new HashMap<>(count * 2);
        for (int i = 0, at = 0; i < count; i++) {
            if (directory.getInt(at) != ENTRY) {
                throw new IOException("The agent's jar has a damaged directory");
            }
            int nameLength = directory.getShort(at + 28) & 0xffff;
            String name = new String(directory.array(), at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            found.put(name, new Entry(directory, at));
            at += ENTRY_LENGTH
                    + nameLength
                    + (directory.getShort(at + 30) & 0xffff)
                    + (directory.getShort(at + 32) & 0xffff);
        }
        return found;
    }

    /** Where the content begins: the entry's own header says how long it is itself. */
    private long start(Entry entry) throws IOException {
        ByteBuffer local = read(base + entry.header, LOCAL_LENGTH);
        return base + entry.header + LOCAL_LENGTH + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
    }

    /** Not a channel: an interrupted thread of the host would close it. */
    private ByteBuffer read(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        synchronized (file) {
            file.seek(from);
            file.readFully(bytes);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Entry {
        final int method;
        final int packedSize;
        final int size;
        final int header;

        Entry(ByteBuffer directory, int at) {
            method = directory.getShort(at + 10);
            packedSize = directory.getInt(at + 20);
            size = directory.getInt(at + 24);
            header = directory.getInt(at + 42);
        }
    }
}
