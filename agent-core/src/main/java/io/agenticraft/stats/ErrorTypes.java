package io.agenticraft.stats;

import io.agenticraft.provider.ProviderException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A name for each kind of failure: {@code rate_limit} for a {@code RateLimitException}; a bounded number of them. */
final class ErrorTypes {
    private static final List<Class<?>> CLASSES = List.of(ProviderException.class.getPermittedSubclasses());
    private static final String OTHER = "other";
    private static final List<String> NAMES = Stream.concat(CLASSES.stream().map(ErrorTypes::name), Stream.of(OTHER))
            .toList();

    private ErrorTypes() {}

    private static String name(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    static int size() {
        return NAMES.size();
    }

    static String name(int index) {
        return NAMES.get(index);
    }

    static int index(Throwable failure) {
        int index = CLASSES.indexOf(failure.getClass());
        return index < 0 ? CLASSES.size() : index;
    }
}
