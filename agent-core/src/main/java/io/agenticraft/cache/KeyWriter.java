package io.agenticraft.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values to a digest in such a way that different values never write the same bytes: each has its type before it, and
 * its length where that varies. Maps are written in the order of their keys.
 */
final class KeyWriter {
    private static final MessageDigest SHA_256 = sha256();
    private static final int BUFFER_BYTES = 512;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    KeyWriter() {
        try {
            digest = (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java's SHA-256 cannot be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java has", e);
        }
    }

    /** Says what follows; its own length is fixed. */
    KeyWriter type(char type) {
        room(1);
        buffer[used++] = (byte) type;
        return this;
    }

    KeyWriter text(@Nullable String text) {
        if (text == null) {
            return type('0');
        }
        return isWellFormed(text) ? bytes('S', text.getBytes(StandardCharsets.UTF_8)) : bytes('U', units(text));
    }

    /** A half of a symbol has no UTF-8, for which a question mark would be written. */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] units(String text) {
        ByteBuffer units = ByteBuffer.allocate(2 * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }

    private KeyWriter bytes(char type, byte[] bytes) {
        type(type).size(bytes.length);
        if (bytes.length <= BUFFER_BYTES) {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            used += bytes.length;
        } else {
            flush();
            digest.update(bytes);
        }
        return this;
    }

    KeyWriter number(@Nullable Number whole) {
        if (whole == null) {
            return type('0');
        }
        type('I');
        room(Long.BYTES);
        return eight(whole.longValue());
    }

    KeyWriter decimal(@Nullable Double number) {
        if (number == null) {
            return type('0');
        }
        type('D');
        room(Long.BYTES);
        return eight(Double.doubleToLongBits(number));
    }

    KeyWriter truth(@Nullable Boolean truth) {
        return type(truth == null ? '0' : truth ? 'T' : 'F');
    }

    KeyWriter list(int size) {
        type('L').size(size);
        return this;
    }

    KeyWriter texts(List<String> texts) {
        list(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** A value of a JDK type that JSON knows; others count as the text that they would be sent as. */
    KeyWriter value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Iterable<?> iterable) {
            List<@Nullable Object> elements = new ArrayList<>();
            iterable.forEach(elements::add);
            list(elements.size());
            elements.forEach(this::value);
            return this;
        }
        if (value instanceof Boolean truth) {
            return truth(truth);
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return value instanceof Number
                ? type('N').text(value.toString())
                : text(value == null ? null : value.toString());
    }

    KeyWriter map(Map<?, ?> map) {
        List<Map.Entry<String, @Nullable Object>> entries = new ArrayList<>(map.size());
        map.forEach((name, value) -> entries.add(new SimpleEntry<>(String.valueOf(name), value)));
        entries.sort(Comparator.comparing(Map.Entry::getKey));
        type('M').size(entries.size());
        for (Map.Entry<String, @Nullable Object> entry : entries) {
            text(entry.getKey()).value(entry.getValue());
        }
        return this;
    }

    private void size(int size) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[used++] = (byte) (size >>> shift);
        }
    }

    private KeyWriter eight(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[used++] = (byte) (bits >>> shift);
        }
        return this;
    }

    private void room(int bytes) {
        if (used + bytes > BUFFER_BYTES) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, used);
        used = 0;
    }

    CacheKey finish() {
        flush();
        return CacheKey.of(digest.digest());
    }
}
