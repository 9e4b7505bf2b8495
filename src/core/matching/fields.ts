/**
 * The vocabulary of walks of life, so that a word's surroundings tell which of them it belongs to. A cue is a word
 * in any of its endings, several words (joined by `_`), a beginning (`ophthalm*`), or, with a capital, a word as
 * written. An author refers to a field as `@law` among an alias's cues. Written from general knowledge of English.
 */
export const fields = {
  /** Words that hardly occur in prose that is not about AI. */
  ai: `
    AI AGI ASI ML RL RLHF RLVR RLAIF DPO PPO GRPO SFT LoRA QLoRA PEFT RAG MoE LLM LLMs llm llms VLM VLMs SLM SLMs LMs NLP
    GPT* ChatGPT Claude Gemini Gemma Llama* LLaMA Mistral Mixtral Qwen* DeepSeek Deepseek Grok Kimi GLM Phi Falcon
    MiniMax Nemotron Ernie PaLM BERT RoBERTa T5 CLIP Whisper Codex Copilot Sora Midjourney DALL Veo Perplexity o1 o3 o4
    OpenAI Anthropic DeepMind xAI Cohere Groq Cerebras SambaNova Moonshot Zhipu StepFun HuggingFace Hugging_Face Ollama vLLM
    SGLang TensorRT llama.cpp GGUF GGML GPTQ AWQ MLX Unsloth Axolotl PyTorch TensorFlow Keras JAX CUDA ROCm cuBLAS* NCCL
    Triton LangChain LlamaIndex DSPy MLPerf MMLU SWE_bench GSM8K HumanEval LMArena Transformers MCP
    artificial_intelligence machine_learning deep_learning neural_network neural_net language_model foundation_model
    generative chatbot reinforcement_learning self_attention attention_head
    tokenizer tokeniser tokenization subword* wordpiece sentencepiece BPE byte_pair  finetun* fine_tuned fine_tuning pretrain* pre_trained pre_training posttrain* post_training
 hyperparameter backprop* perplexity logits softmax autoregressive multimodal
    diffusion_model stable_diffusion convolutional resnet imagenet
    hallucinat* jailbreak agentic  prompt_engineering system_prompt context_window context_length
    superintelligence reasoning_model chain_of_thought test_time mixture_of_experts
    instruction_tuning  synthetic_data training_data training_run training_set pre_trained_model
    open_weight open_weights frontier_model frontier_lab billion_parameter 7B 8B 13B 14B 32B 70B 405B TPU TPUs NPU NPUs H100 H200 A100 B200
    exllama* llamacpp Jetson TFLOPS PFLOPS beam_search next_word language_modelling language_modeling GB200 MI3* MI4* Hopper Blackwell  KV_cache prefill speculative_decoding text_to_image
    torch torchvision safetensors DeepSpeed deepspeed FSDP DDP Megatron NVLink HBM* cuDNN ONNX onnx* OpenVINO YOLO* ViT GANs VAE LSTM* RNN RNNs
    seq2seq word2vec spaCy sklearn scikit_learn XGBoost Colab Kaggle SageMaker CoreWeave LM_Studio ComfyUI SDXL LLaVA
    bitsandbytes flash_attention FlashAttention RoPE top_p top_k vector_database vector_store cosine_similarity FAISS GPQA AIME
    Altman Hassabis Amodei Sutskever Karpathy LeCun Hinton huggingface Trainium Gaudi AlphaGo AlphaFold object_detection image_classification
    sentiment_analysis named_entity text_classification bounding_box autoencoder* MLOps GPT4All KoboldCpp
    TTS text_to_speech ElevenLabs text_generation speech_recognition image_generation computer_vision reward_model overfit* gradient_descent zero_shot few_shot`,
  /** Words that AI shares with other trades, and those by which every trade now speaks of AI. */
  'ai-weak': `
    AI artificial_intelligence chatbot MCP
    agent benchmark weights parameter checkpoint instruct distill* embedding transformer hyperscaler* quantiz* quantis*
    model training train prompt algorithm chat assistant robot* autonomous data_center data_centre datacenter gpu GPU GPUs accelerator
    latency throughput batch scaling scale optimiz* epoch learn learning vocabulary vocab decoder encoder
    decode encode layer loss corpus weight kernel vram VRAM 3090 3090s 4090 4090s 5090 5090s V100 V100s RTX bf16 fp8 FP8 FP4 int8 4-bit lab labs bot
    API_pricing quant alignment dataset classifier classification supervised unsupervised generation reasoning
    Nvidia NVIDIA nvidia AMD Microsoft Google Meta Amazon startup server inference compute output input
    research researcher developer capability open_source open_sourced semiconductor chip deploy* leaderboard arXiv SOTA`,
  market: `
    share shares stock stocks shareholder investor investors trader Wall_Street Nasdaq NASDAQ Dow S&P FTSE Nikkei NYSE
    equity equities bond yield treasuries currency dollar euro sterling index indices futures
    bull bear bearish bullish rally plunge plummet tumble slide correction rout panic volatil* hedge_fund
    portfolio dividend earnings quarterly revenue profit analyst IPO valuation billion trillion
    Fed interest_rate inflation recession
    crypto cryptocurrency commodity commodities gilt gilts broker markets selling session close closing wiped`,
  disposal: `
    stake stakes asset assets privatis* privatiz* subsidiary subsidiaries division ministry
    minister government council land garages estate furniture nationalis* nationaliz*
    divest* proceeds auction belongings cattle ownership
    port ports railway heirloom`,
  property: `
    property properties house houses home homeowner landlord tenant lease leasehold freehold rent rental premises
    surveyor assessor assessment assessed appraisal mortgage land parcel lot dwelling
    apartment zoning zone zoned variance residential single_family duplex planning_board depreciation
    vehicle insurance compensation farmland farm estate donated antique
    winger striker transfer club salary labour building car contract goal job`,
  law: `
    court judge jury plaintiff defendant claimant appellant respondent barrister solicitor lawyer attorney counsel
    testator statute tort negligence verdict testimony witness prosecut* litigation
    law laws legal Bar LLB JD bachelor master masters degree doctorate postgraduate
    university faculty dean maritime taxation
    chambers arbitration disputes jurist* graduate graduated alumni qualification qualified
    presumption adverse`,
  medicine: `
    patient clinical clinician physician doctor hospital disease therapy treatment placebo dose symptom diagnosis
    macular macula retina retinal drusen degeneration ophthalm*
    glaucoma choroidal age_related
    infusion surgery surgical nurse nurses nursing cohort randomised randomized trial mortality risk_factor
    periodontal dental tooth chlorhexidine serum tissue tumour tumor cancer cell protein gene genome mice mouse rat rats
    blood cardiac diabetes statin vaccine epidemiolog* prevalence vet pet microchip urination
    anaesthe* anesthe* radiolog* x-ray therapist rehabilitation physiotherap*
    stroke assessment intervention`,
  sport: `
    league coach athlete workout exercise muscle soreness gym
    marathon training_session
    tournament championship golf club
    striker winger rugby tennis badminton cricket Olympic medal racing Formula
    skating`,
  cooking: `
    bake baking oven fry fried fryer frying potato potatoes chocolate cookie cookies biscuit dough flour salt
    butter vinegar salsa tortilla crisps snack snacks sauce fish cheese salad restaurant café
    cafe menu delicious tastiest crispy kettle kale vegetable chicken
    sausage dessert ingredient teaspoon starch slices fat oil_for beer wine pub burger dumplings kitchen tray`,
  garden: `
    bark mulch garden gardener soil flower timber gouge chisel
    sawdust lumber carpent* plywood ceramic compost straw
    flint tooth windshield bowl gravel`,
  games: `
    game games gamer gaming console PlayStation Xbox Nintendo Switch controller button
    L1 L2 R2 R3 L3 D-pad joystick weapon creature
    poker casino roulette gambl* dealer
    Minecraft pinball`,
  motor: `
    motorcycle motorbike bike bikes rider riders Yamaha YZF Honda Kawasaki Suzuki Ducati Fireblade BMW litre clutch
    gearbox suspension brake brakes quickshifter revs horsepower hp torque tyre tyres tire carburettor carburetor
    cylinder engine V8 SUV truck Rivian Audi Porsche Ferrari
    Interceptor MotoGP tuner`,
  photo: `camera cameras Canon EOS Nikon Sony Leica lens lenses shutter aperture sensor mirrorless megapixel ISO photograph* Ricoh`,
  electronics: `
    resistor resistors capacitor capacitors inductor diode MOSFET op-amp amplifier voltage ohm ohms
    kΩ Ω circuit circuits circuitry solder soldering breadboard pin pins PCB datasheet microcontroller Arduino ESP32
    LED GPIO I2C SPI UART sensor relay oscillator R2 R3 R4 C1 C2 C3 Q1 D1 U1 heat_sink
    TTL firmware RFID NFC SIM`,
  network: `
    router routers subnet OSPF BGP VLAN Cisco loopback ping packet packets
    topology Ethernet LAN WAN firewall IP_address DNS DHCP TCP UDP IPv4 IPv6 R2 R3 R4 S1 PC1 token_ring token_bucket
    static_route default_route rate_limit*`,
  lexer: `
    lexer lexers tokenizer tokenizers lexical lexeme parser parsers parse parsed parsing grammar syntax AST compiler compilers scanner
    identifier literal whitespace regex comma
    EOF lookahead semicolon bracket parenthes* expression`,
  auth: `
    OAuth OAuth2 OpenID SAML JWT JWTs CSRF bearer authenticat* authoris* authoriz* Authorization login log_in logging_in
    logged_in sign_in signed_in session cookie cookies password passwords passcode passphrase credential credentials secret expir* refresh revoke revoked
    access_token access_tokens api_token api_key API_key header SSO 2FA MFA one_time fob YubiKey USB
    hardware_token username scope webhook OTP keychain .env
    secured secure websocket environment_variable verify verification identity permissions user_id
    invalid unauthor* 401 403 leaked rotat* hacked`,
  crypto: `
    crypto cryptocurrenc* blockchain blockchains bitcoin Bitcoin BTC ETH ethereum Ethereum ERC* Solana Polygon NFT NFTs DeFi DAO DEX
    ICO airdrop* buyback stablecoin* wallet wallets mint minted minting staking_reward validator* ledger smart_contract* on_fees transaction_fee coin coins
    altcoin* satoshi* tokenomics tokenis* liquidity swap whitepaper presale vesting mainnet testnet
    on_chain onchain gas_fee memecoin Binance Coinbase Uniswap transaction transactions
    public_key hash_of SHA256 payee fungible Tether USDT USDC launchpad* BSC BNB DeFAI Web3 web3 dApp* dapp* memecoins
    bonding_curve rug_pull circulating_supply fully_diluted yield_farming CoinGecko CoinMarketCap Arbitrum Cardano XRP Dogecoin
    HODL hodl whales meme_coin token_holder* tokenholder* market_making trading_pair`,
  statistics: `
    statistic* Bayesian Bayes frequentist likelihood posterior estimator estimators variance covariance
    regression hypothesis p-value confidence_interval population populations survey causal causation
    observational instrumental confound* correlation MCMC Markov Monte_Carlo
    probabilistic stochastic multiple_imputation propensity inequality theorem lemma
    variational quantile median standard_deviation t-test ANOVA significance treatment_effect counterfactual`,
  reason: `
    logic logical deduc* induc* premise premises conclusion conclusions argument arguments syllogism fallacy philosopher philosophy Hume Kant
    Aristotle Peirce Popper epistemolog* metaphysic* observation observed observe infer reasonable warranted justified
    detective Holmes Watson clue clues pupil pupils comprehension drawn attribut*
    hearer speaker implicature pragmatic* belief beliefs mind hopelessness stranger cognition
    type_inference typing typed compiler Rust TypeScript Haskell lifetime lifetimes Kotlin
    fuzzy Mamdani ontology OWL RDF reasoner Prolog rule_based grammatical phylogenetic`,
  physics: `
    physics physicist universe cosmolog* cosmic cosmos multiverse constant constants Higgs particle particles
    electron proton nucleus nuclei nuclear Nobel Wigner Mayer quantum relativity gravity gravitational dark_matter dark_energy
    telescope galaxy galaxies planet planets orbit spectrum spectra spectral laser optics optical
    mirror lens fringe life-permitting God`,
  tuning: `
    idle carburettor carburetor piano violin guitar string strings radio antenna knob peg pegs ear
    seasoning hydration regulation budget tax timetable bill proposal plan plans
    draft resume preference preferences settings feed layout colour color contrast
    font spacing controls technique swing rider chassis suspension wing
    diet sleep timeout thermostat valve
    prompt prompts strategy tactics balance`,
  person: `
    professor Professor Prof inequality author authors et_al actor actress singer guitarist film movie starring
    novel novelist bishop archbishop dean priest captain Captain colonel Colonel regiment mayor Mayor senator Senator governor Governor politician
    poet dynasty emperor Emperor Tang wife husband mother father daughter son aunt uncle auntie Aunt Uncle christened born
    parish mayoral painter coach defender goalkeeper psychologist racist
    sergeant detective murder trial defendant juror jurors farmer village`,
  books: `
    publisher publishers publishing journal journals book books bookshop bookstore ed Wiley
    Oxford ISBN chapter vol pp doi Synergy handbook Ltd Scientific textbook`,
  insider: `
    Windows preview build builds beta channel channels trading trader dealing
    SEC filing filings transactions transaction takeover knowledge threat threats risk tip tips Pacino Microsoft
    club rewards subscriber membership`,
  politics: `
    mayor Mayor mayoral campaign candidate candidates election electoral Super_Tuesday presidential Democrat Democrats Democratic
    Republican nomination senator billionaire philanthropist philanthropy philanthropies Philanthropies gun_control smoking New_York_City NYC
    City_Hall voters ballot governor`,
  military: `
    fighter fighters jet jets aircraft squadron air_force Air_Force MiG Sukhoi bomber bombers missile missiles
    navy army troops regiment dragoon* soldier soldiers Soviet Typhoon Typhoons`,
  chemistry: `
    methyl ethyl hydrogen alkyl aryl substituent* carbon molecule molecules formula catalyst ring_opening
    ligand solvent polymer peptide synthesis R2 R3 acid drainage mine mines coal stream river streams
    phenyl amine`,
  places: `
    station stations railway railways train trains metro subway bus buses route turnstile fare terminus Dehradun Delhi
    signalman ferry airport Carnegie
    dram drams Armenia Armenian Yerevan Oklahoma county village`,
  keepsake: `
    love affection esteem appreciation gratitude gift friendship goodwill same_token gesture
    backbencher minority woman_on
    token_economy token_economies copper brass mint medal harbour wooden`,
  linguistics: `type_token type-token linguist* morpheme noun verb adjective utterance lexicon semantics syntax speech dialect grammar`,
  computing: `
    algorithm recursion function functions matrix sum integer integers
    divisor average mean row rows column columns cell equation derivative gradient integral hash checksum digest formula
    pressure grid trajectory orbit variance`,
} as const satisfies Readonly<Record<string, string>>;

export type Field = keyof typeof fields;
