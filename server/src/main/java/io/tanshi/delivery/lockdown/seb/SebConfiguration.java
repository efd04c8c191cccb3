package io.tanshi.delivery.lockdown.seb;

import io.tanshi.delivery.lockdown.seb.PlistValue.Dictionary;
import io.tanshi.delivery.lockdown.seb.PlistValue.Flag;
import io.tanshi.delivery.lockdown.seb.PlistValue.Listing;
import io.tanshi.delivery.lockdown.seb.PlistValue.Text;
import io.tanshi.delivery.lockdown.seb.PlistValue.Whole;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one sitting for Safe Exam Browser. Only keys we mean: what is left out takes the browser's own, safest
 * default, and every key written is part of the Config Key.
 */
final class SebConfiguration {

    /** "Prefer modern": the older web view does not give pages the keys. */
    private static final int MODERN_WEB_VIEW = 3;

    private static final int ALLOW = 1;

    private SebConfiguration() {}

    /**
     * @param startUrl where the exam begins
     * @param quitUrl closes the browser; shown after the hand-in
     * @param quitPasswordHash SHA-256 of the password, hexadecimal
     */
    static Dictionary of(String startUrl, String quitUrl, String quitPasswordHash) {
        Map<String, PlistValue> keys = new HashMap<>();
        keys.put("startURL", new Text(startUrl));
        keys.put("quitURL", new Text(quitUrl));
        keys.put("quitURLConfirm", new Flag(false));
        keys.put("hashedQuitPassword", new Text(quitPasswordHash));
        keys.put("allowQuit", new Flag(true));
        keys.put("allowPreferencesWindow", new Flag(false));
        keys.put("sendBrowserExamKey", new Flag(true));
        keys.put("browserWindowWebView", new Whole(MODERN_WEB_VIEW));
        keys.put("browserWindowAllowReload", new Flag(true));
        // The sitting's token stands in the page's own store; nothing may clear it between two pages.
        keys.put("examSessionClearCookiesOnStart", new Flag(false));
        keys.put("allowSpellCheck", new Flag(false));
        input(keys);
        taskBar(keys);
        filter(keys, URI.create(startUrl).getAuthority());
        return new Dictionary(keys);
    }

    /** On a desktop of its own, Chinese input methods do not work on Windows; so the shell is ended instead. */
    private static void input(Map<String, PlistValue> keys) {
        keys.put("createNewDesktop", new Flag(false));
        keys.put("killExplorerShell", new Flag(true));
        keys.put("showInputLanguage", new Flag(true));
    }

    private static void taskBar(Map<String, PlistValue> keys) {
        keys.put("showTaskBar", new Flag(true));
        keys.put("showTime", new Flag(true));
        keys.put("showReloadButton", new Flag(true));
    }

    /** Pages of this installation alone. Filtering their content would force the older web view. */
    private static void filter(Map<String, PlistValue> keys, String authority) {
        Map<String, PlistValue> own = Map.of(
                "action", new Whole(ALLOW),
                "active", new Flag(true),
                "expression", new Text(authority + "/*"),
                "regex", new Flag(false));
        keys.put("URLFilterEnable", new Flag(true));
        keys.put("URLFilterEnableContentFilter", new Flag(false));
        keys.put("URLFilterRules", new Listing(List.of(new Dictionary(own))));
    }
}
