using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.AnswerTemplates;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Deflections;
using Ecosystem.Feedback.Desk;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Forecasts;
using Ecosystem.Feedback.Forwarding;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Journeys;
using Ecosystem.Feedback.Live;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Open311;
using Ecosystem.Feedback.OpenData;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Proofs;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;
using Ecosystem.Feedback.Shortlists;
using Ecosystem.Feedback.TimeLimits;
using Ecosystem.Feedback.Watching;

namespace Ecosystem.Feedback;

/// <summary>The table of contents of this service: each area says in its own *Routes.cs what it keeps and who may call it.</summary>
internal static class Areas
{
    public static void KeepAreas(this StoreBuilder store)
    {
        store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
        store.KeepReports();
        store.KeepCategories();
        store.KeepAnswerTemplates();
        store.KeepDeflections();
        store.KeepRouting();
        store.KeepFollowing();
        store.KeepCalendars();
        store.KeepTimeLimits();
        store.KeepAttachments();
        store.KeepChannels();
        store.KeepModeration();
        store.KeepGuidance();
        store.KeepAnalytics();
        store.KeepForecasts();
        store.KeepForwardings();
        store.KeepDataRequests();
        store.KeepAnchors();
        store.KeepJourneys();
        store.KeepOpenData();
        store.KeepWatching();
        store.KeepShortlists();
    }

    public static void AddAreas(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration)).AddScoped<PassingTime>().AddScoped<Proof>();
        builder.Services.AddSweep("passing time", PassingTime.Pace, (provider, ct) => provider.GetRequiredService<PassingTime>().Run(ct));
        builder.Services.AddCategories();
        builder.Services.AddAnswerTemplates();
        builder.Services.AddReportRouting();
        builder.Services.AddPlaces();
        builder.Services.AddCalendars();
        builder.Services.AddDeadlines();
        builder.AddAttachments();
        builder.Services.AddChannels();
        builder.Services.AddModeration();
        builder.Services.AddGuidance();
        builder.Services.AddAnalytics();
        builder.Services.AddForecasts();
        builder.AddForwarding();
        builder.Services.AddProofs();
        builder.Services.AddWatching();
        builder.Services.AddShortlists();
        builder.Services.AddPersonErasure();
        builder.Services.AddDesk();
        builder.AddDeskPages();
    }

    public static void MapAreas(this IEndpointRouteBuilder app)
    {
        app.MapReports();
        app.MapCategories();
        app.MapAnswerTemplates();
        app.MapDeflections();
        app.MapRouting();
        app.MapPlaces();
        app.MapFollowing();
        app.MapCalendars();
        app.MapTimeLimits();
        app.MapDeadlines();
        app.MapAttachments();
        app.MapChannels();
        app.MapModeration();
        app.MapGuidance();
        app.MapAnalytics();
        app.MapForecasts();
        app.MapOpenData();
        app.MapOpen311();
        app.MapForwarding();
        app.MapDataRequests();
        app.MapProofs();
        app.MapJourneys();
        app.MapWatching();
        app.MapShortlists();
        app.MapDesk();
        app.MapDeskPages();
    }
}
