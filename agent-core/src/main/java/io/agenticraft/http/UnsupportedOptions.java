package io.agenticraft.http;

import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.GenerationOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a provider does not take as the caller gave it, by the caller's policy. A conversation may move to a provider
 * that lacks an option; by default it then goes on without it, and one warning per option says so.
 */
public final class UnsupportedOptions {
    private static final Logger LOG = LoggerFactory.getLogger(UnsupportedOptions.class);
    private static final String ABSENT =
            "there is no such option, so it is not sent; where the host has it under some name, set that name with"
                    + " GenerationOptions.extra";

    private final String provider;
    private final Consumer<String> log;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public UnsupportedOptions(String provider) {
        this(provider, LOG::warn);
    }

    UnsupportedOptions(String provider, Consumer<String> log) {
        this.provider = provider;
        this.log = log;
    }

    /**
     * An option that the provider never has.
     *
     * @param value what it is set to, or null where it is not
     * @throws InvalidJsonException if it is set and the policy is to refuse
     */
    public void lacks(String option, @Nullable Object value, GenerationOptions options) throws InvalidJsonException {
        if (value != null) {
            changes(option, ABSENT, options);
        }
    }

    /**
     * An option that is not sent, or not as it was given.
     *
     * @param what why, and what is done instead; begins in the middle of a sentence
     * @throws InvalidJsonException if the policy is to refuse
     */
    public void changes(String option, String what, GenerationOptions options) throws InvalidJsonException {
        switch (options.unsupportedPolicy()) {
            case REFUSE -> throw new InvalidJsonException("The option " + option + " is refused: " + what);
            case WARN -> {
                if (warned.add(option)) {
                    log.accept("The provider " + provider + " and the option " + option + ": " + what);
                }
            }
            case DROP -> {}
        }
    }

    /**
     * The words that stand for an image which the provider cannot be shown, in a turn that is past. An image that the
     * model is asked about now cannot be left out.
     *
     * @param now whether it belongs to the exchange that is being answered
     * @param why what the provider does not take; begins in the middle of a sentence
     * @throws InvalidJsonException if it does, or the policy is to refuse
     */
    public String insteadOfImage(boolean now, String why, GenerationOptions options) throws InvalidJsonException {
        if (now) {
            throw new InvalidJsonException(why);
        }
        changes("images", why + "; words stand for those of earlier turns", options);
        return "[An image that cannot be shown here]";
    }
}
