package io.tanshi.delivery;

import java.util.List;

/**
 * What a candidate answered to one item.
 *
 * @param choices ids of the chosen options; empty for extended text
 * @param text the written answer; empty for choices
 */
public record Response(List<String> choices, String text) {

    public static final Response NONE = new Response(List.of(), "");

    public Response {
        choices = List.copyOf(choices);
    }

    /** Whether anything was answered; blank text is nothing. */
    public boolean isGiven() {
        return !choices.isEmpty() || !text.isBlank();
    }
}
