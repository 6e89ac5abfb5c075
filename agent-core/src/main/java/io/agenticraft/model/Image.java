package io.agenticraft.model;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image, by address or by value: exactly one of {@code url} and {@code base64} is set.
 *
 * @param url where the provider finds the image, or null
 * @param mediaType such as {@code image/png}; required with {@code base64}
 * @param base64 the image's bytes in base64 without line breaks, or null
 */
public record Image(
        @Nullable URI url,
        @Nullable String mediaType,
        @Nullable String base64) implements Content {

    private static final String BASE64 = ";base64,";

    public Image {
        if ((url == null) == (base64 == null)) {
            throw new IllegalArgumentException("An image has either a url or base64 data");
        }
        if (base64 != null) {
            Objects.requireNonNull(mediaType, "mediaType of a base64 image");
        }
    }

    /** An image by address; by value where the address is a {@code data:} URL that holds it. */
    public static Image of(URI url) {
        String address = url.toString();
        int data = address.indexOf(BASE64);
        return address.regionMatches(true, 0, "data:", 0, 5) && data > 5
                ? of(address.substring(5, data), address.substring(data + BASE64.length()))
                : new Image(url, null, null);
    }

    public static Image of(String mediaType, String base64) {
        return new Image(null, mediaType, Objects.requireNonNull(base64, "base64"));
    }
}
