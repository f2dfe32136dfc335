using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Open311;

/// <summary>Refusals that only the standard's addresses know; they are told in its own form.</summary>
public static class Open311Problems
{
    public static readonly Problem UnknownJurisdiction = new("unknown-jurisdiction", 404, "jurisdiction_id was not found: it is a province's code of two digits or a commune's of five.", "Không tìm thấy jurisdiction_id: phải là mã tỉnh hai chữ số hoặc mã xã, phường năm chữ số.");
    public static readonly Problem UnknownService = new("unknown-service", 404, "service_code was not found; the codes are at /open311/v2/services.json.", "Không tìm thấy service_code; các mã có tại /open311/v2/services.json.");
    public static readonly Problem UnclearCommune = new("unclear-commune", 422, "The commune is not clear: give attribute[commune], address_id or jurisdiction_id with its code of five digits, or its name in address_string.", "Chưa rõ xã, phường: hãy gửi attribute[commune], address_id hoặc jurisdiction_id là mã năm chữ số, hoặc tên xã, phường trong address_string.");
    public static readonly Problem WrongPeriod = new("wrong-period", 422, "start_date and end_date are times such as 2026-11-22T00:00:00Z, at most 90 days apart.", "start_date và end_date phải là thời điểm dạng 2026-11-22T00:00:00Z, cách nhau không quá 90 ngày.");
}
