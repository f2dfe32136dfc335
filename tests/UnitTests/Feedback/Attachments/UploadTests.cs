using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Attachments.Uploads;
using FsCheck;
using FsCheck.Fluent;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Attachments;

public class UploadTests
{
    private static readonly Guid Report = Guid.CreateVersion7(Now);

    private static readonly UploadStarted Started = new(Report, Reporter.Id, Reporter.Id, Size: 10, Parts: 3, Now);

    [Fact]
    public void Parts_may_come_in_any_order_and_again()
    {
        Assert.Equal([new UploadPartStored(3, "c")], Store(3, "c", After(Started)));
        Assert.Equal([new UploadPartStored(3, "d")], Store(3, "d", After(Started, new UploadPartStored(3, "c"))));
        Assert.Equal([1, 2], After(Started, new UploadPartStored(3, "c")).Missing);
    }

    [Fact]
    public void All_parts_together_have_the_files_size() => Prop.ForAll(Gen.Choose(1, AddAttachment.MostBytes).ToArbitrary(), Gen.Choose(1, 64).ToArbitrary(), (size, parts) =>
    {
        if (!IsValid(size, parts)) return true;
        var upload = After(Started with { Size = size, Parts = parts });
        var lengths = Enumerable.Range(1, parts).Select(upload.LengthOf).ToArray();
        return lengths.Sum() == size && lengths.All(length => length > 0) && lengths[..^1].All(length => length == upload.PartSize);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(64, 64, true)]
    [InlineData(65, 64, false)]
    [InlineData(100, 65, false)]
    [InlineData(AddAttachment.MostBytes, 64, true)]
    [InlineData(AddAttachment.MostBytes + 1, 64, false)]
    public void Size_and_number_of_parts_must_fit(int size, int parts, bool fits) => Assert.Equal(fits, IsValid(size, parts));

    [Fact]
    public void Nobody_else_can_send_a_part()
    {
        Assert.Equal(Problem.NotFound, ProblemOf(() => After(Started).OpenTo(Report, Neighbour.Id, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => After(Started).OpenTo(Guid.CreateVersion7(Now), Reporter.Id, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => After().OpenTo(Report, Reporter.Id, Now)));
    }

    [Fact]
    public void After_a_day_or_at_its_end_no_part_is_taken()
    {
        Assert.Single(StorePart.Decide(new(1, "a"), Report, After(Started), Reporter.Id, Now.AddHours(24).AddTicks(-1)));
        Assert.Equal(AttachmentProblems.UploadEnded, ProblemOf(() => StorePart.Decide(new(1, "a"), Report, After(Started), Reporter.Id, Now.AddHours(24))));
        Assert.Equal(AttachmentProblems.UploadEnded, ProblemOf(() => Store(1, "a", After(Started, new UploadCompleted(1)))));
    }

    [Fact]
    public void What_nobody_completes_is_cleared_after_a_day_and_once()
    {
        Assert.Empty(ClearUploads.Decide(After(Started), Now.AddHours(24)));
        Assert.Equal([new UploadCleared()], ClearUploads.Decide(After(Started), Now.AddHours(25)));
        Assert.Equal([new UploadCleared()], ClearUploads.Decide(After(Started, new UploadCompleted(1)), Now.AddHours(25)));
        Assert.Empty(ClearUploads.Decide(After(Started, new UploadCleared()), Now.AddHours(25)));
        Assert.Empty(CompleteUpload.Decide(1, After(Started, new UploadCompleted(1))));
    }

    private static UploadEvent[] Store(int number, string file, Upload upload) => StorePart.Decide(new(number, file), Report, upload, Reporter.Id, Now);

    private static Upload After(params UploadEvent[] happened) => happened.Aggregate(Upload.New(Report), Upload.Evolve);

    private static bool IsValid(int size, int parts)
    {
        var command = new StartUpload.Command(size, parts);
        return Validator.TryValidateObject(command, new(command), [], validateAllProperties: true);
    }
}
