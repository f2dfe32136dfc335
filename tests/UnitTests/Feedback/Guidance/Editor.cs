using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Guidance;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Feedback.Guidance;

/// <summary>Editors and an article in each of its states.</summary>
internal static class Editor
{
    public const string Unit = "01.UBND";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 30, 0, TimeSpan.Zero);

    public static readonly Official Own = Of(Unit), Ward = Of("01.00082.UBND"), Elsewhere = Of("31.UBND");

    public static readonly ArticleContent Words = Content("Đăng ký kết hôn"), Better = Content("Đăng ký kết hôn tại phường");

    public static readonly ArticleEvent
        Drafted = new ArticleDrafted("ket-hon", ArticleKind.Faq, Unit, Words, Now),
        Published = new ArticlePublished(1, Now),
        Revised = new ArticleRevised(Better, Now),
        Withdrawn = new ArticleWithdrawn("Luật đã đổi", Now),
        Shipped = new ArticleShipped("ket-hon", ArticleKind.Faq, Unit, Words, Now);

    public static ArticleContent Content(string title) => new(title, "Cả hai cùng có mặt tại phường.", ["kết hôn"], new DateOnly(2026, 1, 1));

    public static Article After(params ArticleEvent[] course) => course.Aggregate(Article.New(Guid.Empty), Article.Evolve);

    public static Problem ProblemOf(Func<object> decide) => Assert.Throws<Refused>(decide).Problem;

    private static Official Of(string organisation) => new($"editor-of-{organisation}", organisation, ["editor"]);
}
