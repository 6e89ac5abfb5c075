package io.agenticraft.model;

/**
 * What happens to an option that the provider of the moment lacks, that its model refuses, or that it has in a smaller
 * range. The policy travels with the options, so that it holds wherever a conversation is moved.
 */
public enum OnUnsupported {
    /** The request goes without the option, or with the nearest value; a warning says so, once per option and provider. */
    WARN,
    /** The same without a warning. */
    DROP,
    /** The request fails before anything is sent; the message names the option. */
    REFUSE
}
