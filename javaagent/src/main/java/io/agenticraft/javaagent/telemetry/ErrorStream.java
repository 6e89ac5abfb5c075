package io.agenticraft.javaagent.telemetry;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The process's standard error stream: what it can show, and one write for one text. */
final class ErrorStream {
    private static final int DEFAULT_WIDTH = 120;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 1000;

    private final Supplier<PrintStream> stream;
    private final Charset charset;
    private final int width;

    ErrorStream(Supplier<PrintStream> stream, Map<String, String> environment, Properties properties) {
        this.stream = stream;
        charset = charset(properties);
        width = width(environment.get("COLUMNS"));
    }

    /** Looked up at each write, because a host may replace it. */
    static ErrorStream ofProcess() {
        return new ErrorStream(() -> System.err, System.getenv(), System.getProperties());
    }

    boolean isUnicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** In characters: COLUMNS, or {@value #DEFAULT_WIDTH}. */
    int width() {
        return width;
    }

    /** Writes it whole, so that the lines of several threads do not mix. Never throws. */
    void write(String text) {
        byte[] bytes = text.getBytes(charset);
        PrintStream out = stream.get();
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private static Charset charset(Properties properties) {
        for (String key : new String[] {"stderr.encoding", "sun.stderr.encoding", "native.encoding"}) {
            String name = properties.getProperty(key);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.US_ASCII;
    }

    private static int width(@Nullable String columns) {
        if (columns == null || !columns.matches("[0-9]{1,4}")) {
            return DEFAULT_WIDTH;
        }
        return Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns)));
    }
}
