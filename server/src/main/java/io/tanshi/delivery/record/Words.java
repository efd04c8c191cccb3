package io.tanshi.delivery.record;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The verbs of a timeline in the words of the screens. */
final class Words {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("ENTERED", "进入考场"),
            Map.entry("OPENED", "开始作答"),
            Map.entry("PAUSED", "暂停作答"),
            Map.entry("RESUMED", "恢复作答"),
            Map.entry("EXTENDED", "个别补时"),
            Map.entry("GIVEN_BACK", "核定补时"),
            Map.entry("MESSAGED", "发送消息"),
            Map.entry("HANDED_IN", "交卷"),
            Map.entry("TERMINATED", "终止考试"),
            Map.entry("SILENT", "失联"),
            Map.entry("SAVED", "保存作答"),
            Map.entry("MACHINE_ASKED", "要求换机，等待放行"),
            Map.entry("MACHINE_RELEASED", "放行换机"),
            Map.entry("MACHINE_REFUSED", "不放行换机"),
            Map.entry("LOCK_PROVEN", "考试浏览器核验通过"),
            Map.entry("LOCK_REFUSED", "考试浏览器核验没有通过"),
            Map.entry("LOCK_HELD", "考试中核验失败，停止作答"),
            Map.entry("LOCK_RELEASED", "放行"),
            Map.entry("LOCK_EXEMPTED", "免锁定"),
            Map.entry("EMERGENCY_FILE", "应急答卷"),
            Map.entry("EMERGENCY_ADMITTED", "应急答卷裁定采纳"),
            Map.entry("EMERGENCY_DECLINED", "应急答卷裁定不采纳"),
            Map.entry("LOCK_HEADERS_LOST", "考试浏览器不再随请求给出校验值"),
            Map.entry("FULL_SCREEN_LEFT", "退出全屏"),
            Map.entry("WINDOW_LEFT", "离开考试页面"),
            Map.entry("PASTE", "粘贴页面以外的文字"),
            Map.entry("SECOND_SCREEN", "接有第二个显示器"),
            Map.entry("SECOND_WINDOW", "另开考试窗口"),
            Map.entry("EVIDENCE_COUNTED", "此外只计数、未逐条保存"));

    private Words() {}

    static String of(String verb) {
        return VERBS.getOrDefault(verb, verb);
    }

    /** What the details add: minutes, seconds, numbers. */
    static String of(JsonNode details) {
        if (details.has("minutes")) {
            return details.path("minutes").asInt() + " 分钟";
        }
        if (details.has("seconds")) {
            return details.path("seconds").asLong() + " 秒";
        }
        if (details.has("first")) {
            return "第 " + details.path("first").asLong() + "–"
                    + details.path("last").asLong() + " 条";
        }
        if (details.has("times")) {
            return details.path("times").asInt() + " 次";
        }
        String machine = details.path("machine").asString("");
        if (details.has("session")) {
            return "第 " + details.path("session").asInt() + " 次" + (machine.isEmpty() ? "" : "，" + machine);
        }
        return machine;
    }
}
