using System.Collections.Concurrent;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>One report from its submission to its end, by the ways that there are; each acknowledged step goes into the ledger.</summary>
internal sealed class Course(Ledger ledger, Api reporter, IReadOnlyDictionary<string, Api> officials, ConcurrentDictionary<Guid, Api> reports) : Walk(ledger, reporter, officials, reports)
{
    /// <summary>Added to the numbers of duplicates: the same words twice from one person would be held back.</summary>
    private const int Twins = 1_000_000;

    public const string Office = City.Committee, Neighbours = "01.00070.UBND", Province = "01.UBND";

    public static readonly string[] Units = [Office, Neighbours, Province, City.Front];

    public Task Run(int number) => (number % 20) switch
    {
        < 9 => Plain(number),
        < 11 => Unrated(number),
        11 => Asked(number),
        12 => Delayed(number),
        13 => Returned(number),
        14 => Transferred(number),
        15 => JudgedPoor(number),
        16 => Reopened(number),
        17 => Appealed(number),
        18 => Split(number),
        _ => Merged(number),
    };

    private async Task Plain(int number) => await Rated(await Answered(await Submitted(number), Office), 5);

    /// <summary>Time alone closes it.</summary>
    private async Task Unrated(int number) => Ledger.Expect(await Answered(await Submitted(number), Office), "report_closed");

    private async Task Asked(int number)
    {
        var report = await Accepted(await Submitted(number), Office);
        await Step(report, Office, "waiting", new { @for = "citizen", reason = "Xin cho biết số nhà gần nhất.", until = DateTimeOffset.UtcNow.AddDays(2) }, "report_waiting");
        await Told(report, "information", new { text = "Trước nhà số 12." }, "report_resumed");
        await Rated(await Finished(report, Office), 4);
    }

    private async Task Delayed(int number)
    {
        var report = await Accepted(await Submitted(number), Office);
        await Step(report, Office, "start", null, "report_started");
        await Step(report, Office, "interim-answers", new { text = "Đang chờ vật tư thay thế.", promised = DateTimeOffset.UtcNow.AddDays(5) }, "interim_answer_given");
        await Rated(await Finished(report, Office), 3);
    }

    private async Task Returned(int number)
    {
        var report = await Submitted(number);
        await Step(report, Office, "return", new { reason = "Không thuộc thẩm quyền của phường." }, "report_returned");
        await Step(report, Province, "transfer", new { unit = Neighbours, reason = "Đề nghị phường bạn xử lý." }, "report_transferred");
        await Rated(await Answered(report, Neighbours), 4);
    }

    private async Task Transferred(int number)
    {
        var report = await Submitted(number);
        await Step(report, Office, "transfer", new { unit = Neighbours, reason = "Thuộc địa bàn phường bạn." }, "report_transferred");
        await Rated(await Answered(report, Neighbours), 5);
    }

    private async Task JudgedPoor(int number)
    {
        var report = await Answered(await Submitted(number), Office);
        await Told(report, "rating", new { rating = 1, reasons = new[] { "notSolved" } }, "report_rated", "report_reopened");
        await Rated(await Answered(report, Province), 4);
    }

    private async Task Reopened(int number)
    {
        var report = await Answered(await Submitted(number), Office);
        await Told(report, "reopening", new { reason = "Sự việc vẫn chưa được giải quyết." }, "report_reopened");
        await Rated(await Answered(report, Province), 3);
    }

    private async Task Appealed(int number)
    {
        var report = await Submitted(number);
        await Step(report, Office, "rejection", new { reason = "notAReport", note = "Nội dung không phải là phản ánh hiện trường." }, "report_rejected");
        await Told(report, "appeal", new { reason = "Đây là sự cố có thật." }, "report_reopened");
        await Rated(await Answered(report, Province), 3);
    }

    private async Task Split(int number)
    {
        var report = await Accepted(await Submitted(number), Office);
        await Step(report, Office, "split", new { units = new[] { Neighbours, City.Front } }, "report_split");
        foreach (var unit in (string[])[Neighbours, City.Front])
        {
            var part = EventSourcing.NamedId.Of(report, unit);
            Ledger.Expect(part, "report_submitted", "report_assigned", "report_closed");    // nobody judges a part
            Ledger.Expect(report, "part_closed");
            Reports[part] = Reporter;
            await Answered(part, unit, tooEarly: 404);
        }

        await Rated(await Finished(report, Office, tooEarly: 409), 5);
    }

    private async Task Merged(int number)
    {
        var (original, duplicate) = (await Submitted(number), await Submitted(number + Twins));
        await Step(duplicate, Office, "merge", new { original = $"{original}" }, "report_merged");
        Ledger.Expect(original, "duplicate_joined");
        Ledger.Expect(duplicate, "report_answered");
        await Rated(await Answered(original, Office), 5);
        await Told(duplicate, "rating", new { rating = 4 }, 409, "report_rated");
    }
}
