using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Following;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.OpenData;

/// <summary>Writes steps of reports as RFC 4287 has them. Ids do not depend on the server's address, so that a reader knows an entry again.</summary>
public static class AtomFeed
{
    private const string Path = "/v1/public/reports.atom";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="query">The filters.</param>
    /// <param name="address">Public address of the gateway, which links are relative to; null: that of the feed.</param>
    /// <param name="entries">Newest first.</param>
    public static byte[] Write(string query, Uri? address, IReadOnlyList<ReadFeed.Entry> entries, Catalogue categories)
    {
        var updated = entries.Count > 0 ? entries[0].Step.At : DateTimeOffset.UnixEpoch;    // nothing has happened: the feed must not change by itself
        var feed = new XElement(
            Atom + "feed", new XAttribute(XNamespace.Xml + "lang", Language.Say("en", "vi")), address is null ? null : new XAttribute(XNamespace.Xml + "base", address.GetLeftPart(UriPartial.Authority) + "/"),
            Id(NamedId.Of($"feed of public reports {query}")), Text("title", Language.Say("Citizens' reports", "Phản ánh của người dân")), Time("updated", updated),
            new XElement(Atom + "author", Text("name", Language.Say("Citizen feedback of the province", "Hệ thống tiếp nhận phản ánh của tỉnh, thành phố"))),
            Link("self", query.Length > 0 ? $"{Path}?{query}" : Path, "application/atom+xml"), Link("license", ExportReports.Licence, type: null),
            entries.Select(entry => Entry(entry, categories)));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Entry(ReadFeed.Entry entry, Catalogue categories)
    {
        var (course, step, name) = (entry.Course, entry.Step, categories.NameOf(entry.Course.Category));
        return new(
            Atom + "entry", Id(NamedId.Of(entry.Report, $"public step {step.Number}")), Text("title", $"{course.Code}: {name} - {Words(step.What)}"), Time("updated", step.At), Time("published", step.At),
            Link("alternate", $"/theo-doi/{course.Code}", "text/html"),
            new XElement(Atom + "category", new XAttribute("term", Clean(course.Category)), new XAttribute("label", Clean(name))),
            Text("summary", Language.Say($"Report {course.Code} ({name}), commune {course.Commune}, unit {course.Unit}: {Words(step.What)}.", $"Phản ánh {course.Code} ({name}), mã xã, phường {course.Commune}, đơn vị {course.Unit}: {Words(step.What)}.")));
    }

    private static string Words(PublicChange what) => what switch
    {
        PublicChange.Received => Language.Say("received", "đã tiếp nhận phản ánh"),
        PublicChange.Accepted => Language.Say("the unit works on it", "đơn vị đã nhận xử lý"),
        PublicChange.Delayed => Language.Say("takes longer", "cần thêm thời gian"),
        PublicChange.Answered => Language.Say("answered", "đã trả lời"),
        PublicChange.Rejected => Language.Say("refused", "không tiếp nhận"),
        PublicChange.Reopened => Language.Say("open again", "đã mở lại"),
        PublicChange.Closed => Language.Say("closed", "đã đóng"),
        PublicChange.Merged => Language.Say("goes on with another report", "đã gộp vào phản ánh khác"),
        _ => Language.Say("made public", "đã công khai"),
    };

    private static XElement Id(Guid id) => Text("id", $"urn:uuid:{id}");

    private static XElement Text(string name, string text) => new(Atom + name, Clean(text));

    /// <summary>RFC 3339.</summary>
    private static XElement Time(string name, DateTimeOffset at) => Text(name, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private static XElement Link(string relation, string href, string? type) =>
        new(Atom + "link", new XAttribute("rel", relation), type is null ? null : new XAttribute("type", type), new XAttribute("href", href));

    /// <summary>Names come from configuration; what XML cannot hold must not break the feed.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
}
