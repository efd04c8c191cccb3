package io.tanshi.delivery.lockdown;

/** What a screen can notice of its candidate. Each may have a harmless cause: a person judges. */
public enum EvidenceKind {
    /** The page is no longer in full screen. */
    FULL_SCREEN_LEFT,
    /** Another window or page was in front; with its length. */
    WINDOW_LEFT,
    /** Text from elsewhere was to be pasted. */
    PASTE,
    /** The browser tells of more than one display. */
    SECOND_SCREEN,
    /** The exam was opened in a further window of the same browser. */
    SECOND_WINDOW
}
