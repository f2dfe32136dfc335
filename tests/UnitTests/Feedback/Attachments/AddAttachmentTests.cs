using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Attachments;

public class AddAttachmentTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    [Fact]
    public void The_first_has_number_one_and_the_next_number_two()
    {
        Assert.Equal([Photo("a") with { Number = 1 }], Add(Photo("a")));
        Assert.Equal([Photo("b") with { Number = 2 }], Add(Photo("b"), Photo("a")));
    }

    [Fact]
    public void The_same_file_again_changes_nothing() => Assert.Empty(Add(Photo("a"), Photo("a"), Photo("b")));

    [Fact]
    public void The_fifth_is_taken_and_the_sixth_refused()
    {
        var four = Enumerable.Range(1, 4).Select(nr => Photo($"{nr}")).ToArray();

        Assert.Single(Add(Photo("5"), four));
        Assert.Equal(AttachmentProblems.TooMany, ProblemOf(() => Add(Photo("6"), [.. four, Photo("5")])));
    }

    [Fact]
    public void Evidence_of_the_work_does_not_use_up_the_reporters_five()
    {
        var five = Enumerable.Range(1, 5).Select(nr => Photo($"{nr}")).ToArray();

        Assert.Single(Add(Photo("after") with { By = AttachedBy.Unit, Unit = Unit }, five));
        Assert.Equal(AttachmentProblems.TooMany, ProblemOf(() => Add(Photo("late") with { By = AttachedBy.Unit }, [.. five.Select(one => one with { By = AttachedBy.Unit })])));
    }

    [Fact]
    public void Evidence_is_a_photo() =>
        Assert.Equal(AttachmentProblems.PhotosOnly, ProblemOf(() => Add(Photo("film") with { By = AttachedBy.Unit, ContentType = "video/mp4", Width = null, Height = null })));

    [Fact]
    public void The_reporter_and_the_unit_in_charge_attach()
    {
        Assert.Equal(AttachedBy.Reporter, AddAttachment.Allow(Row(Submitted, Assigned), Reporter));
        Assert.All([InCharge, Above], by => Assert.Equal(AttachedBy.Unit, AddAttachment.Allow(Row(Submitted, Assigned), by)));
    }

    [Fact]
    public void For_others_there_is_no_such_report()
    {
        Assert.All([Neighbour, Elsewhere, OtherKind, new SystemClient("other", ["feedback.read"]), new Official("hotline-1", "01.UBND", ["hotline"]), InCharge with { Categories = ["trees"] }],
            (Caller by) => Assert.Equal(Problem.NotFound, ProblemOf(() => AddAttachment.Allow(Row(Submitted, Assigned), by))));
        Assert.Equal(Problem.NotFound, ProblemOf(() => AddAttachment.Allow(null, Reporter)));
    }

    [Fact]
    public void After_the_answer_more_can_be_shown_and_after_the_verdict_no_more()
    {
        Assert.Equal(AttachedBy.Reporter, AddAttachment.Allow(Row(Submitted, Assigned, Accepted, Answered), Reporter));
        Assert.Equal(AttachmentProblems.Closed, ProblemOf(() => AddAttachment.Allow(Row(Submitted, Assigned, Accepted, Answered, Rated), Reporter)));
    }

    private static AttachmentEvent[] Add(AttachmentAdded file, params AttachmentAdded[] before) =>
        AddAttachment.Decide(file, before.Select((one, nr) => one with { Number = nr + 1 }).Aggregate(ReportFiles.New(Id), ReportFiles.Evolve));

    private static AttachmentAdded Photo(string digest) => new(Id, Reporter.Id, 0, AttachedBy.Reporter, "image/jpeg", 10, $"file-{digest}", null, 40, 30, digest, Now);

    private static ReportRow Row(params ReportEvent[] happened) => happened.Aggregate((ReportRow?)null, (row, next) => ReportRow.Fold(row, Id, next))!;
}
