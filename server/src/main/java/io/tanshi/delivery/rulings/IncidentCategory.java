package io.tanshi.delivery.rulings;

/** What has happened; a closed list, so that the reports of sittings can be added up. */
public enum IncidentCategory {
    POWER("断电"),
    NETWORK("断网"),
    WORKSTATION("机器故障"),
    NOISE("噪声干扰"),
    ILLNESS("身体不适"),
    IDENTITY("核对身份"),
    SOFTWARE("软件故障"),
    OTHER("其他");

    private final String label;

    IncidentCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
