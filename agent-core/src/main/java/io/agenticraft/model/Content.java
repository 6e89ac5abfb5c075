package io.agenticraft.model;

/** One part of a {@link Message}. */
public sealed interface Content permits Text, Image, Reasoning, Refusal, ToolCall, ToolResult, ProviderContent {}
