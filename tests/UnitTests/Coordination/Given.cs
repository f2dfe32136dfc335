using Ecosystem.Coordination;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Coordination;

/// <summary>The people and the directive that these tests tell of.</summary>
internal static class Given
{
    public const string City = "01.MTTQ", CuaNam = "01.00082.MTTQ", BaDinh = "01.00004.MTTQ";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

    public static readonly Official CityLeader = new("lan", City, ["leader"]);
    public static readonly Official CuaNamOfficer = new("minh", CuaNam, ["officer"]);
    public static readonly Official BaDinhOfficer = new("hoa", BaDinh, ["officer"]);

    public static readonly DirectiveIssued Issued = new(
        "45 ngày đêm", "Hỗ trợ người dân.", Now.AddDays(45), "80 % hồ sơ trực tuyến", "Ban Thường trực", City, "Mặt trận Hà Nội", [new(CuaNam, "Cửa Nam"), new(BaDinh, "Ba Đình")], Now);

    public static readonly DirectiveAcknowledged Acknowledged = new(CuaNam, Now);
    public static readonly DirectiveAccepted Accepted = new(CuaNam, Now);
    public static readonly DirectiveProgressReported Progressed = new(CuaNam, "Đã lập 28 tổ", 60, Now);
    public static readonly DirectiveCompleted Completed = new(CuaNam, "Xong", Now);
    public static readonly DirectiveRefused Declined = new(CuaNam, "Không đủ nhân lực", Now);

    public static Directive After(params DirectiveEvent[] events) => events.Aggregate(Directive.New(Guid.Empty), Directive.Evolve);

    public static IssuedDirective ViewAfter(params DirectiveEvent[] events) =>
        events.Aggregate(default(IssuedDirective), (row, happened) => IssuedDirective.Fold(row, Guid.Empty, happened))!;

    public static Recorded Recorded(object data, Guid stream) => new(1, Guid.NewGuid(), stream, 1, "", data, Now, "lan", null);

    /// <summary>The problem with which something is refused.</summary>
    public static Refused Refusal(Action act) => Assert.Throws<Refused>(act);
}
