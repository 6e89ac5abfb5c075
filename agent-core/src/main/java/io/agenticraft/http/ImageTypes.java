package io.agenticraft.http;

import io.agenticraft.model.Image;
import java.util.Locale;
import java.util.Set;

/** The types of images that OpenAI and Anthropic take; they refuse a whole conversation for another one. */
public final class ImageTypes {
    private static final Set<String> TAKEN = Set.of("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp");

    private ImageTypes() {}

    /** Whether the image is of another type, as far as it says. */
    public static boolean excludes(Image image) {
        return image.mediaType() != null && !TAKEN.contains(image.mediaType().toLowerCase(Locale.ROOT));
    }

    /** Why such an image is not sent. */
    public static String why(String provider, Image image) {
        return provider + " takes JPEG, PNG, GIF and WebP images, not " + image.mediaType();
    }
}
