using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("campaigns");
builder.Services.AddValidation();
builder.AddEventSourcing("campaigns", typeof(Program).Assembly, store => store.KeepWork()
    .Stream<Campaign, CampaignEvent>("campaign", Campaign.New, Campaign.Evolve)
        .View<CampaignRow>("campaign", CampaignRow.Fold)
    .Stream<Queue, QueueEvent>("queue", Queue.New, Queue.Evolve)
    .Stream<Visit, VisitEvent>("visit", Visit.New, Visit.Evolve)
        .View<VisitRow>("visit", VisitRow.Fold)
    .Projection<EnrollmentRow>("enrollments", EnrollmentRow.On)
    .Projection<ProgressRow>("campaign_progress", ProgressRow.On)
    .Announce(Announcements.Of));
builder.Services.AddSingleton<EnrollmentKeys>();

var app = builder.Build();
app.UseServiceDefaults();

app.MapPost("/v1/campaigns", OpenCampaign.Handle).RequireScope("campaigns.manage").WithSummary("Open a campaign of the own commune organisation");
app.MapGet("/v1/campaigns", ListCampaigns.Handle).RequireScope("campaigns.read").WithSummary("List an organisation's campaigns");
app.MapGet("/v1/campaigns/{id}", ReadCampaign.Handle).RequireScope("campaigns.read").WithSummary("Read a campaign with its teams and points, now or as of a time");
app.MapGet("/v1/campaigns/{id}/history", ReadCampaign.History).RequireScope("campaigns.read").WithSummary("Read who did what when to a campaign");
app.MapGet("/v1/campaigns/{id}/progress", ReadProgress.Handle).RequireScope("campaigns.read").WithSummary("Read what a campaign has reached, beside its targets and its day");
app.MapPost("/v1/campaigns/{id}/teams", FormTeam.Handle).RequireScope("campaigns.manage").WithSummary("Form the community digital team of a residential group");
app.MapPost("/v1/campaigns/{id}/points", OpenPoint.Handle).RequireScope("campaigns.manage").WithSummary("Open a mobile digital-literacy point");
app.MapPost("/v1/campaigns/{id}/launch", LaunchCampaign.Handle).RequireScope("campaigns.manage").WithSummary("Launch a campaign: residents can enroll, teams go out");

app.MapGet("/v1/campaigns/{id}/places", ReadPlaces.Handle).RequireScope("campaigns.enroll").WithSummary("Read as a resident where a launched campaign helps");
app.MapGet("/v1/open-campaigns", ListOpenCampaigns.Handle).RequireScope("campaigns.enroll").WithSummary("List what residents of a commune can enroll in today");
app.MapPost("/v1/campaigns/{id}/enrollments", Enroll.Handle).RequireScope("campaigns.enroll").WithSummary("Enroll for help at a point or, by a team, at home");
app.MapGet("/v1/campaigns/{id}/enrollments", ListEnrollments.Handle).RequireScope("campaigns.residents").WithSummary("List the enrollments of a campaign or of one of its places");
app.MapGet("/v1/campaigns/{id}/enrollments/{enrollment}", ReadEnrollment.Handle).RequireScope("campaigns.enroll").WithSummary("Read the own enrollment: a place or a waiting number");
app.MapPost("/v1/campaigns/{id}/enrollments/{enrollment}/cancellation", CancelEnrollment.Handle).RequireScope("campaigns.enroll").WithSummary("Cancel the own enrollment; the first who waits gets the place");

app.MapPost("/v1/campaigns/{id}/visits", RecordVisit.Handle).RequireScope("campaigns.visit").WithSummary("Record a team's visit to a household");
app.MapGet("/v1/campaigns/{id}/visits/{visit}", ReadVisit.Handle).RequireScope("campaigns.residents").WithSummary("Read what a team told of a visit");

app.MapOperations("campaigns");

app.Run();
