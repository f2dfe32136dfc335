using System.Text;
using System.Xml.Linq;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.OpenData;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.OpenData;

public sealed class PublicCourseTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly Guid Id = Guid.CreateVersion7(Now);

    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);

    [Fact]
    public void Each_public_step_is_kept_and_nothing_else()
    {
        var course = Course(Submitted, Assigned, Accepted, new ReportStarted(Unit, Now), new InterimAnswerGiven(Reporter.Id, Words, Now.AddDays(2), Unit, Now), Answered, Rated)!;

        Assert.Equal([PublicChange.Received, PublicChange.Accepted, PublicChange.Delayed, PublicChange.Answered, PublicChange.Closed], course.Steps.Select(step => step.What));
        Assert.Equal([1, 2, 3, 4, 5], course.Steps.Select(step => step.Number));
        Assert.Equal(("lighting", "00082", Unit, false), (course.Category, course.Commune, course.Unit, course.IsHidden));
    }

    [Fact]
    public void What_is_confidential_or_a_part_has_no_course()
    {
        Assert.Null(Course((ReportSubmitted)Submitted with { IsConfidential = true }, Assigned, Accepted));
        Assert.Null(Course((ReportSubmitted)Submitted with { Parent = Guid.NewGuid() }, Assigned, Accepted));
    }

    [Fact]
    public void What_is_held_back_or_hidden_is_hidden_until_somebody_shows_it()
    {
        Assert.True(Course(Submitted, new ReportHeld([HoldReason.BlockedWord], Now))!.IsHidden);
        Assert.True(Course(Submitted, new ReportHidden("Có lời lẽ xúc phạm.", "01.UBND", Now))!.IsHidden);
        var shown = Course(Submitted, new ReportHeld([HoldReason.BlockedWord], Now), new ReportShown("01.UBND", Now))!;
        Assert.Equal((false, PublicChange.Published), (shown.IsHidden, shown.Steps[^1].What));
    }

    [Fact]
    public void A_row_moves_only_with_what_is_public()
    {
        Assert.Empty(PublicCourse.On(Recorded(new ReportStarted(Unit, Now))));
        Assert.Single(PublicCourse.On(Recorded(Answered)));
    }

    [Fact]
    public void The_feed_is_Atom_with_ids_that_stay()
    {
        var (feed, again) = (Feed("category=lighting"), Feed("category=lighting"));

        Assert.Equal(feed.ToString(), again.ToString());
        foreach (var element in (string[])["id", "title", "updated"]) Assert.Single(feed.Elements(Atom + element));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.All((string[])["id", "title", "updated", "summary"], element => Assert.NotEmpty(entry.Element(Atom + element)!.Value)));
        Assert.Equal(3, entries.Append(feed).Select(one => one.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.NotEqual(feed.Element(Atom + "id")!.Value, Feed("category=noise").Element(Atom + "id")!.Value);
        Assert.All(entries, entry => Assert.Equal($"/theo-doi/{TrackingCode.Of(Id)}", entry.Element(Atom + "link")!.Attribute("href")!.Value));
        Assert.Equal("2026-11-22T01:30:00.000Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("https://api.example.vn/", feed.Attribute(XNamespace.Xml + "base")!.Value);
    }

    [Fact]
    public void No_person_and_no_word_is_in_it()
    {
        var text = Feed("").ToString();

        Assert.DoesNotContain(Reporter.Id, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Cipher, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Answer.Cipher, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_XML_cannot_hold_and_an_empty_feed_are_valid_too()
    {
        var course = new PublicCourse("7Q2M", "x<y>&\uFFFF\u0001😀", "00082") { Steps = [new(1, PublicChange.Received, Now)] };

        Assert.Contains("x<y>&😀", Parsed(AtomFeed.Write("", null, [new(Id, course, course.Steps[0])], Categories)).Value, StringComparison.Ordinal);
        Assert.Equal("1970-01-01T00:00:00.000Z", Parsed(AtomFeed.Write("", null, [], Categories)).Element(Atom + "updated")!.Value);
    }

    private static XElement Feed(string query)
    {
        var course = Course(Submitted, Assigned, Answered)!;
        return Parsed(AtomFeed.Write(query, new("https://api.example.vn/x"), [.. course.Steps.Reverse().Select(step => new ReadFeed.Entry(Id, course, step))], Categories));
    }

    private static XElement Parsed(byte[] feed) => XDocument.Parse(Encoding.UTF8.GetString(feed)).Root!;

    private static PublicCourse? Course(params ReportEvent[] happened) => happened.Aggregate((PublicCourse?)null, (row, next) => PublicCourse.Fold(row, Id, next));

    private static Recorded Recorded(ReportEvent happened) => new(1, Guid.NewGuid(), Id, 1, "", happened, Now, By: null, TraceParent: null);
}
