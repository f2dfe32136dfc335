using System.Collections.Concurrent;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>The steps of which courses are made; each is entered into the ledger when it is acknowledged.</summary>
internal abstract class Walk(Ledger ledger, Api reporter, IReadOnlyDictionary<string, Api> officials, ConcurrentDictionary<Guid, Api> reports)
{
    private const string Words = "Nội dung xử lý của đơn vị phụ trách.";

    protected Ledger Ledger => ledger;

    protected Api Reporter => reporter;

    protected ConcurrentDictionary<Guid, Api> Reports => reports;

    protected async Task<Guid> Submitted(int number)
    {
        var receipt = await Ledger.Send(Reporter, "/v1/reports", Bodies.Report($"Đèn đường số {number} của {Reporter.Subject} không sáng."));
        var id = Guid.Parse(receipt.Id);
        Ledger.Expect(id, "report_submitted", "report_assigned");
        Reports[id] = Reporter;
        return id;
    }

    protected Task<Guid> Accepted(Guid report, string unit, int tooEarly = 0) => Step(report, unit, "acceptance", null, tooEarly, "report_accepted");

    protected Task<Guid> Finished(Guid report, string unit, int tooEarly = 0) => Step(report, unit, "answer", new { answer = Words }, tooEarly, "report_answered");

    protected async Task<Guid> Answered(Guid report, string unit, int tooEarly = 0) => await Finished(await Accepted(report, unit, tooEarly), unit);

    protected Task<Guid> Rated(Guid report, int rating) => Told(report, "rating", new { rating }, "report_rated");

    protected Task<Guid> Step(Guid report, string unit, string step, object? body, params string[] events) => Step(report, unit, step, body, 0, events);

    protected Task<Guid> Step(Guid report, string unit, string step, object? body, int tooEarly, params string[] events) => Do(report, officials[unit], step, body, tooEarly, events);

    protected Task<Guid> Told(Guid report, string step, object? body, params string[] events) => Do(report, Reporter, step, body, 0, events);

    protected Task<Guid> Told(Guid report, string step, object? body, int tooEarly, params string[] events) => Do(report, Reporter, step, body, tooEarly, events);

    private async Task<Guid> Do(Guid report, Api by, string step, object? body, int tooEarly, string[] events)
    {
        await Ledger.Send(by, $"/v1/reports/{report}/{step}", body, tooEarly);
        Ledger.Expect(report, events);
        return report;
    }
}
